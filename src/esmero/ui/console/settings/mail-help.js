/** How to get what the form of a mailbox asks for: step by step, where one needs it. */

import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';

/** What is typed elsewhere as it stands, in no language. */
const SCOPES = {
  google: ['https://mail.google.com/'],
  microsoft: ['https://outlook.office.com/IMAP.AccessAsUser.All', 'https://outlook.office.com/SMTP.Send', 'offline_access'],
};
const LMTP = (/** @type {string} */ address) => `${address}    lmtp:inet:127.0.0.1:8024`;
const PIPE = (/** @type {string} */ address) => `| esmero mail deliver --inbox ${address}`;
const SAMPLE = 'support@shop.example';

/**
 * An application of one's own at a provider, and the consent of the mailbox's owner.
 * @param {{provider: 'google' | 'microsoft'}} props
 */
export function ConsentHelp({ provider }) {
  const step = (/** @type {string} */ name) => t(`console-mail-help-${provider}-${name}`);
  return html`
    <${Folded}>
      <ol>
        <li>${step('app')}</li>
        <li>${step('rights')} <${Typed} lines=${SCOPES[provider]} /></li>
        <li>${step('fill')}</li>
        <li>${t('console-mail-help-sign-in')}</li>
      </ol>
    <//>`;
}

/** A mail server of one's own that hands mail over. @param {{address: string}} props */
export function HandedHelp({ address }) {
  return html`
    <p class="hint">${t('console-mail-handed')}</p>
    <${Folded}>
      <ul>
        <li>${t('console-mail-help-lmtp')} <${Typed} lines=${[LMTP(address || SAMPLE)]} /></li>
        <li>${t('console-mail-help-pipe')} <${Typed} lines=${[PIPE(address || SAMPLE)]} /></li>
        <li>${t('console-mail-help-handed')}</li>
      </ul>
    <//>`;
}

/** @param {{children?: any}} props */
const Folded = ({ children }) => html`<details class="servers help"><summary><span class="turned"><${Icon} name="forth" /></span><strong>${t('console-mail-help-how')}</strong></summary>${children}</details>`;

/** @param {{lines: string[]}} props */
const Typed = ({ lines }) => html`<span class="typed">${lines.map((line) => html`<code key=${line} dir="ltr">${line}</code>`)}</span>`;
