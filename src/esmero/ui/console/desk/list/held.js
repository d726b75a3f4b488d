/** The folder of what could not be understood. */

import { useEffect, useState } from 'preact/hooks';

import { toast } from '../../../shared/elements/announcer.js';
import { Button } from '../../../shared/elements/button.js';
import { Dialog } from '../../../shared/elements/dialog.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { moment, short } from '../../../shared/times.js';
import { wordsFor } from '../../words.js';
import { sizeOf } from '../talk/files.js';

/** @param {{desk: import('../state').Desk}} props */
export function HeldRows({ desk }) {
  const { holding } = desk;
  useEffect(() => void holding.load(), []);
  const items = holding.items.value;
  if (!items) return holding.trouble.value ? html`<${Trouble} desk=${desk} />` : html`<div class="shape" role="status" aria-label=${t('console-loading')}><div><i></i><i></i><i></i></div></div>`;
  if (!items.length) {
    return html`<div class="empty"><${Icon} name="tray" /><h2>${t('console-held-none')}</h2><p>${t('console-held-none-why')}</p></div>`;
  }
  return html`
    <p class="held-why">${t('console-held-why')}</p>
    <ul class="held">${items.map((one) => html`<${One} key=${one.id} desk=${desk} one=${one} />`)}</ul>`;
}

/** @param {{desk: import('../state').Desk, one: import('../types').Held}} props */
function One({ desk, one }) {
  const [asks, ask] = useState(false);
  const { holding, names, now } = desk;
  const busy = holding.busy.value.has(one.id);
  const failed = (/** @type {unknown} */ error) => toast(wordsFor(error), { kind: 'late' });
  const retry = () => holding.retry(one.id).then((understood) => toast(t(understood ? 'console-held-understood' : 'console-held-still')), failed);
  const putAway = () => {
    ask(false);
    holding.putAway(one.id).catch(failed);
  };
  const foot = html`<${Button} onClick=${() => ask(false)}>${t('console-cancel')}<//><${Button} kind="risky" onClick=${putAway}>${t('console-held-away')}<//>`;
  return html`
    <li>
      <p class="over"><strong class="clip">${names.inbox(one.inbox)}</strong><time datetime=${new Date(one.at).toISOString()} title=${moment(one.at)}>${short(one.at, now.value)}</time></p>
      <p>${one.reason}</p>
      <p class="quiet">${sizeOf(one.size)} · ${t('console-held-tries', { count: one.attempts })}</p>
      <p class="acts">
        <${Button} busy=${busy} onClick=${retry}>${t('console-held-retry')}<//>
        <${Button} kind="bare" aria-disabled=${busy ? 'true' : null} aria-haspopup="dialog" onClick=${() => ask(true)}>${t('console-held-away')}<//>
      </p>
      ${asks && html`<${Dialog} title=${t('console-held-away-ask')} close=${() => ask(false)} foot=${foot}><p>${t('console-held-away-why')}</p><//>`}
    </li>`;
}

/** @param {{desk: import('../state').Desk}} props */
function Trouble({ desk }) {
  return html`
    <div class="empty" role="alert">
      <h2>${t('console-list-failed')}</h2>
      <p>${wordsFor(desk.holding.trouble.value)}</p>
      <button class="button" onClick=${() => desk.holding.load()}>${t('console-again')}</button>
    </div>`;
}
