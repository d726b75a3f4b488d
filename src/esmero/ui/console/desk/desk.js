/** The desk: views, the list, the conversation and its customer beside each other. */

import { useEffect, useMemo } from 'preact/hooks';

import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { Asked } from './command/asks.js';
import { CustomerPane } from './customer/customer.js';
import { attend, live } from './life.js';
import { List } from './list/list.js';
import { Mailings } from './mailing/mailing.js';
import { Desk } from './state.js';
import { TalkPane } from './talk/talk.js';
import { Views } from './views/views.js';

/** The desk of whoever is signed in; it outlives this room, so that coming back finds everything as it was. */
let present = /** @type {{desk: Desk, end: () => void} | null} */ (null);

/** @param {{app: import('../app.js').App}} props */
export default function DeskRoom({ app }) {
  const store = app.store.value;
  const desk = useMemo(() => store && deskOf(app, store), [store]);
  useEffect(() => (desk ? live(desk) : undefined), [desk]);
  return desk && html`<${Panes} desk=${desk} />`;
}

/**
 * @param {import('../app.js').App} app
 * @param {import('../store.js').Store} store
 */
function deskOf(app, store) {
  if (present?.desk.store !== store) {
    present?.end();
    const desk = new Desk(app, store);
    present = { desk, end: attend(desk) };
  }
  return present.desk;
}

/** @param {{desk: Desk}} props */
function Panes({ desk }) {
  const alone = !desk.current.value?.opened.customer.value;
  const states = ['desk', desk.open.value !== null && 'opened', alone && 'alone', desk.asideOut.value && 'with-aside'];
  return html`
    <a class="skip" href="#list">${t('console-skip-list')}</a>
    <a class="skip" href="#talk">${t('console-skip-talk')}</a>
    <div class=${states.filter(Boolean).join(' ')}>
      <${Connection} desk=${desk} />
      <${Views} desk=${desk} />
      <${List} desk=${desk} />
      <${TalkPane} desk=${desk} />
      ${!alone && html`<${CustomerPane} desk=${desk} />`}
      ${(desk.viewsOut.value || desk.asideOut.value) && html`<button class="veil" tabindex="-1" aria-hidden="true" onClick=${() => {
        desk.viewsOut.value = false;
        desk.hideAside();
      }}></button>`}
    </div>
    <${Asked} desk=${desk} />
    <${Mailings} desk=${desk} />`;
}

/** Says what the connection is, when it is not what it should be: what is kept, and what will happen. @param {{desk: Desk}} props */
function Connection({ desk }) {
  const { connection, unsent } = desk.store;
  if (connection.value !== 'offline') return null;
  const waiting = unsent.value.filter(({ state }) => state === 'pending').length;
  return html`
    <div class="notice" role="status">
      <${Icon} name="cut" /><span>${t('console-offline', { count: waiting })}</span>
      <button onClick=${() => desk.store.feed.now()}>${t('console-try-now')}</button>
    </div>`;
}
