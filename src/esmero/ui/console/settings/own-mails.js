/** What became of the desk's own mails: what was refused stands out, with the server's words. */

import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { moment } from '../../shared/times.js';
import { whyWords } from '../desk/talk/trouble-words.js';
import { Group } from './room.js';

/** @typedef {{id: number, purpose: string, recipient: string, state: string, code: string, said: string, due_at: number, created_at: number, ended_at: number | null}} Fate */

const LOOKS = /** @type {Record<string, string>} */ ({ sent: 'kept', failed: 'late', unknown: 'soon' });

/** @param {{mails: Fate[]}} props */
export function LastMails({ mails }) {
  return html`
    <${Group} title=${t('console-sender-mails')} why=${t('console-sender-mails-why')}>
      <ul class="sheet rows">${mails.map((mail) => html`<${Row} key=${mail.id} mail=${mail} />`)}</ul>
    <//>`;
}

/** @param {{mail: Fate}} props */
function Row({ mail }) {
  const state = mail.state == 'leased' ? 'waiting' : mail.state;
  return html`
    <li>
      <div class="grow">
        <strong class="clip">${t('console-sender-purpose-' + mail.purpose)}</strong>
        <small class="clip"><bdi>${mail.recipient}</bdi> · ${moment(mail.ended_at ?? mail.created_at)}</small>
        ${mail.code && html`<small class="why">${whyWords(mail)} ${mail.said && html`<q dir="auto">${mail.said}</q>`}</small>`}
      </div>
      <span class=${'word ' + (LOOKS[state] ?? '')}>${t('console-sender-state-' + state)}</span>
    </li>`;
}
