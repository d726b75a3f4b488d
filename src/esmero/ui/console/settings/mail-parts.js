/** The parts of an e-mail inbox's settings. Each draws some of the values of one form. */

import { useState } from 'preact/hooks';

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Area, Check, Field, Password, Select } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { LANGUAGES } from '../../shared/languages.js';
import { wordsFor } from '../words.js';
import { same } from './chat.js';
import { back, consent } from './consent.js';
import { ConsentHelp } from './mail-help.js';
import { SIDES, namesOf, needs, secured } from './mail.js';

/** @typedef {import('./inbox-parts.js').Part} Part */

/** What customers see of it. @param {Part} props */
export function Writer({ values, errors, field, change }) {
  return html`
    <div class="pair">
      <${Field} label=${t('console-name')} hint=${t('console-mail-name-why')} maxlength="80" ...${field('name')} />
      <${Field} label=${t('console-set-brand')} hint=${t('console-mail-brand-why')} maxlength="80" ...${field('brand')} />
    </div>
    <${Field} label=${t('console-mail-address')} hint=${t('console-mail-address-why')} type="email" dir="ltr" autocomplete="off" maxlength="254" ...${field('address')} />
    <${Lines} label=${t('console-mail-others')} hint=${t('console-mail-others-why')} error=${errors.others} placeholder="sales@shop.example"
      names=${values.others} change=${(/** @type {string[]} */ others) => change({ others })} />
    <${Area} label=${t('console-mail-signature')} hint=${t('console-mail-signature-why', { agent: '{agent}', brand: '{brand}' })} rows="4" maxlength="2000" ...${field('signature')} />`;
}

/** What becomes of a mail. @param {Part & {links: boolean}} props */
export function Mails({ values, field, change, links }) {
  return html`
    <div class="pair">
      <${Field} label=${t('console-mail-reopen')} hint=${t('console-mail-reopen-why')} type="number" inputmode="numeric" min="0" max="3650" value=${String(values.reopen_days)}
        change=${(/** @type {string} */ days) => change({ reopen_days: Math.min(3650, Math.max(0, Math.round(Number(days)) || 0)) })} />
      <${Select} label=${t('console-mail-language')} hint=${t('console-mail-language-why')} options=${Object.entries(LANGUAGES)} ...${field('language')} />
    </div>
    <${Check} label=${t('console-mail-acknowledge')} hint=${t(links ? 'console-mail-acknowledge-why' : 'console-mail-acknowledge-without')} value=${values.acknowledge} change=${(/** @type {boolean} */ acknowledge) => change({ acknowledge })} />
    ${values.acknowledge && !links && html`<${Notice} kind="soon">${t('console-mail-no-links')}<//>`}
    ${values.acknowledge && html`<${Acknowledgement} links=${links} written=${values.acknowledgement ?? {}} change=${change} />`}`;
}

/** What it says in each language, folded: the desk has words of its own. @param {{written: Record<string, string>, links: boolean, change: (changes: any) => void}} props */
function Acknowledgement({ written, links, change }) {
  return html`
    <details class="servers">
      <summary><span class="turned"><${Icon} name="forth" /></span><strong>${t('console-mail-acknowledgement')}</strong></summary>
      <p class="hint">${t('console-mail-acknowledgement-why', { brand: '{brand}' })}${links && ' ' + t('console-mail-acknowledgement-link')}</p>
      ${Object.entries(LANGUAGES).map(([code, name]) => html`
        <${Area} key=${code} label=${name} lang=${code} rows="3" maxlength="2000" placeholder=${t('console-mail-acknowledgement-own')} value=${written[code] ?? ''}
          change=${(/** @type {string} */ text) => change({ acknowledgement: { ...written, [code]: text } })} />`)}
    </details>`;
}

/** What the mail server does with mail before the desk has it. @param {Part} props */
export function Arriving({ values, errors, field, change }) {
  return html`
    <${Field} label=${t('console-mail-folder')} hint=${t('console-mail-folder-why')} maxlength="200" spellcheck=${false} ...${field('folder')} />
    <${Check} label=${t('console-mail-subaddresses')} hint=${t('console-mail-subaddresses-why')} value=${values.subaddresses} change=${(/** @type {boolean} */ subaddresses) => change({ subaddresses })} />
    <${Lines} label=${t('console-mail-trusted')} hint=${t('console-mail-trusted-why')} error=${errors.trusted} placeholder="mx.shop.example"
      names=${values.trusted} change=${(/** @type {string[]} */ trusted) => change({ trusted })} />`;
}

/** Names, one on a line. What was typed stands as it was typed, until the names are changed by something else. @param {{names: string[], change: (names: string[]) => void} & Record<string, any>} props */
function Lines({ names, change, ...rest }) {
  const [typed, setTyped] = useState(names.join('\n'));
  const shown = same(namesOf(typed), names) ? typed : names.join('\n');
  return html`<${Area} rows="2" dir="ltr" spellcheck=${false} ...${rest} value=${shown} change=${(/** @type {string} */ text) => {
    setTyped(text);
    change(namesOf(text));
  }} />`;
}

/** Both servers, folded where nothing is left to do. @param {Part & {folded: boolean}} props */
export function Servers({ values, errors, change, folded }) {
  const [open, setOpen] = useState(!folded);
  const wrong = !!(errors['receive.host'] || errors['send.host']);
  const hosts = [...new Set(SIDES.map((side) => values[side].host).filter(Boolean))];
  return html`
    <details class="servers" open=${open || wrong} onToggle=${(/** @type {any} */ { currentTarget }) => setOpen(currentTarget.open)}>
      <summary><span class="turned"><${Icon} name="forth" /></span><strong>${t('console-mail-servers')}</strong><span class="quiet small clip" dir="ltr">${hosts.join(' · ') || t('console-mail-servers-none')}</span></summary>
      ${SIDES.map((side) => html`<${OneServer} key=${side} side=${side} server=${values[side]} address=${values.address} error=${errors[side + '.host']}
        change=${(/** @type {import('./mail.js').Server} */ server) => change({ [side]: server })} />`)}
    </details>`;
}

/** @param {{side: 'receive' | 'send', server: import('./mail.js').Server, address: string, error?: string, ways?: string[], change: (server: import('./mail.js').Server) => void}} props */
export function OneServer({ side, server, address, error, ways = ['password', 'google', 'microsoft', 'none'], change }) {
  const set = (/** @type {Partial<import('./mail.js').Server>} */ what) => change({ ...server, ...what });
  return html`
    <fieldset class="server"><legend>${t('console-mail-' + side)}</legend>
      <${Field} label=${t('console-mail-host')} dir="ltr" spellcheck=${false} autocapitalize="none" autocomplete="off" maxlength="253" error=${error} placeholder=${side == 'receive' ? 'imap.shop.example' : 'smtp.shop.example'}
        value=${server.host} change=${(/** @type {string} */ host) => set({ host })} />
      <${Select} label=${t('console-mail-security')} value=${server.security} options=${[['tls', 'TLS'], ['starttls', 'STARTTLS'], ['none', t('console-mail-security-none')]]}
        change=${(/** @type {import('./mail.js').Security} */ security) => change(secured(side, server, security))} />
      <${Field} label=${t('console-mail-port')} type="number" inputmode="numeric" min="1" max="65535" value=${String(server.port)}
        change=${(/** @type {string} */ port) => set({ port: Math.min(65535, Math.max(1, Math.round(Number(port)) || 1)) })} />
      ${server.sign_in != 'none' && html`<${Field} label=${t('console-mail-user')} dir="ltr" spellcheck=${false} autocapitalize="none" autocomplete="off" maxlength="254" placeholder=${address || t('console-mail-address')}
        value=${server.user} change=${(/** @type {string} */ user) => set({ user })} />`}
      <${Select} label=${t('console-mail-sign-in')} value=${server.sign_in} options=${ways.map((one) => [one, t('console-mail-sign-in-' + one)])}
        change=${(/** @type {any} */ sign_in) => set({ sign_in })} />
    </fieldset>`;
}

/**
 * What the desk signs in with. Of what is kept nothing is ever shown.
 * @param {Part & {app: import('../app.js').App, kept: boolean | null}} props kept: null where the inbox is only being made
 */
export function Secrets({ app, values, errors, change, kept }) {
  const need = needs(values);
  const { secrets } = values;
  const [apart, setApart] = useState(false);
  const set = (/** @type {string} */ name) => ({
    value: secrets[name], error: errors['secrets.' + name], autocomplete: 'new-password', maxlength: '4000',
    placeholder: kept === null ? '' : t(kept ? 'console-mail-kept' : 'console-mail-kept-none'),
    change: (/** @type {string} */ text) => change({ secrets: { ...secrets, [name]: text } }),
  });
  const hint = t(kept === null ? 'console-mail-password-why' : 'console-mail-password-change-why');
  return html`
    ${need.password && html`
      <${Password} label=${t(kept === null ? 'console-password' : 'console-mail-password-change')} hint=${hint} ...${set('receive')} />
      ${kept !== null && html`
        <${Check} label=${t('console-mail-apart')} value=${apart} change=${(/** @type {boolean} */ on) => {
          setApart(on);
          change({ secrets: { ...secrets, send: '' } });
        }} />
        ${apart && html`<${Password} label=${t('console-mail-password-send')} ...${set('send')} />`}`}`}
    ${need.consent && html`<${Consent} app=${app} values=${values} set=${set} />`}`;
}

/**
 * OAuth 2, where a provider takes nothing else: somebody signs in there, and the desk is let in.
 * @param {{app: import('../app.js').App, values: any, set: (name: string) => any}} props
 */
export function Consent({ app, values, set }) {
  const [busy, setBusy] = useState(false);
  const provider = SIDES.map((side) => values[side].sign_in).find((one) => one === 'google' || one === 'microsoft');
  const { client_id, client_secret, refresh_token } = values.secrets;
  async function ask() {
    setBusy(true);
    try {
      const token = await consent(app, { provider, client_id, client_secret, address: values.address });
      if (token) set('refresh_token').change(token);
      toast(t(token ? 'console-mail-consented' : 'console-mail-consent-none'), token ? {} : { kind: 'late' });
    } catch (problem) {
      toast(wordsFor(/** @type {Error} */ (problem)), { kind: 'late' });
    }
    setBusy(false);
  }
  return html`
    <p class="hint">${t('console-mail-consent-why')}</p>
    ${provider && html`<${ConsentHelp} provider=${provider} />`}
    <p class="hint">${t('console-mail-consent-back')} <code dir="ltr">${back()}</code></p>
    <div class="pair">
      <${Field} label=${t('console-mail-client')} dir="ltr" spellcheck=${false} ...${set('client_id')} />
      <${Password} label=${t('console-mail-client-secret')} ...${set('client_secret')} />
    </div>
    <div class="acts">
      <${Button} kind=${refresh_token ? '' : 'go'} busy=${busy} disabled=${!client_id} onClick=${ask}>${t('console-mail-consent-' + provider)}<//>
      ${refresh_token && html`<span class="verdict small passed"><${Icon} name="tick" /><span>${t('console-mail-consented')}</span></span>`}
    </div>
    <${Password} label=${t('console-mail-token')} hint=${t('console-mail-token-why')} ...${set('refresh_token')} />`;
}

/** The line that says what one is about to keep. @param {{verdict: string}} props */
export function Verdict({ verdict }) {
  return html`<span class=${'verdict small ' + verdict}>${verdict != 'untested' && html`<${Icon} name=${verdict == 'passed' ? 'tick' : 'warning'} />`}<span>${t('console-mail-verdict-' + verdict)}</span></span>`;
}

