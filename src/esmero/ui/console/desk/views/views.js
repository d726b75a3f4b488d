/** The way to every list, to the inboxes and labels, and to oneself. */

import { Kbd } from '../../../shared/elements/kbd.js';
import { html } from '../../../shared/html.js';
import { number, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { HELD, JUNK, MINE } from '../list/address.js';
import { MeMenu } from './me.js';

const LISTS = /** @type {const} */ ([['mine', 'tray'], ['unassigned', 'person'], ['all', 'chat']]);

/** @param {{desk: import('../state').Desk}} props */
export function Views({ desk }) {
  const out = desk.viewsOut.value;
  /** Where it lies over the list, it goes once something is chosen; opening one's own menu is not that yet. @param {MouseEvent} event */
  const leave = ({ target }) => {
    if (/** @type {Element} */ (target).closest('a, .find, [role^="menuitem"]')) desk.viewsOut.value = false;
  };
  return html`
    <nav class=${'views' + (out ? ' out' : '')} aria-label=${t('console-views')} onClick=${leave}>
      <a class="brand" href=${desk.href(MINE)}>esmero</a>
      <button class="find" onClick=${() => desk.ask('jump')}>
        <${Icon} name="find" /><span class="clip">${t('console-find')}</span><${Kbd} keys="Mod K" />
      </button>
      ${desk.mayBegin && html`
        <button class="button begin" aria-keyshortcuts="c" onClick=${() => desk.begin()}>
          <${Icon} name="pen" /><span class="clip">${t('console-begin')}</span><${Kbd} keys="c" />
        </button>`}
      <div class="scroll">
        <${Lists} desk=${desk} />
        <${Inboxes} desk=${desk} />
        <${Labels} desk=${desk} />
      </div>
      <${MeMenu} desk=${desk} />
    </nav>`;
}

/** @param {{desk: import('../state').Desk}} props */
function Lists({ desk }) {
  const now = desk.view.value;
  const counts = desk.store.counts.value;
  const held = desk.holding.items.value?.length ?? 0;
  const takesMail = [...desk.store.inboxes.value.values()].some(({ recipients }) => recipients);
  const plain = now.inbox === null && now.label === null;
  return html`
    <ul>
      ${LISTS.map(([list, icon]) => html`
        <${View} key=${list} desk=${desk} view=${{ ...MINE, list, sort: now.sort }} icon=${icon} name=${t('console-view-' + list)}
          count=${counts[list]} on=${plain && now.list === list} />`)}
      ${takesMail && html`<${View} key="junk" desk=${desk} view=${JUNK} icon="bin" name=${t('console-view-junk')} on=${now.list === 'junk'} />`}
      ${(held > 0 || now.list === 'held') && html`<${View} key="held" desk=${desk} view=${HELD} icon="warning" name=${t('console-view-held')} count=${held} on=${now.list === 'held'} />`}
    </ul>`;
}

/** @param {{desk: import('../state').Desk}} props */
function Inboxes({ desk }) {
  const now = desk.view.value;
  const { counts, inboxes } = desk.store;
  const inUse = [...inboxes.value.values()].filter(({ removed }) => !removed);
  if (!inUse.length) return null;
  return html`
    <h2 id="views-inboxes">${t('console-inboxes')}</h2>
    <ul aria-labelledby="views-inboxes">
      ${inUse.map((inbox) => html`
        <${View} key=${inbox.id} desk=${desk} view=${{ ...MINE, list: 'all', sort: now.sort, inbox: inbox.id }} icon=${inbox.channel}
          name=${inbox.name} count=${counts.value.inboxes[inbox.id] ?? 0} on=${now.list === 'all' && now.inbox === inbox.id} />`)}
    </ul>`;
}

/** @param {{desk: import('../state').Desk}} props */
function Labels({ desk }) {
  const now = desk.view.value;
  const labels = [...desk.store.labels.value.values()];
  if (!labels.length) return null;
  return html`
    <h2 id="views-labels">${t('console-labels')}</h2>
    <ul aria-labelledby="views-labels">
      ${labels.map((label) => html`
        <${View} key=${label.id} desk=${desk} view=${{ ...MINE, list: 'all', sort: now.sort, label: label.id }} tint=${label.tint}
          name=${label.name} on=${now.list === 'all' && now.label === label.id} />`)}
    </ul>`;
}

/**
 * @param {object} props
 * @param {import('../state').Desk} props.desk
 * @param {import('../types').View} props.view
 * @param {string} props.name
 * @param {boolean} props.on
 * @param {string} [props.icon]
 * @param {string} [props.tint]
 * @param {number} [props.count]
 */
function View({ desk, view, name, on, icon, tint, count }) {
  return html`
    <li>
      <a href=${desk.href(view)} aria-current=${on ? 'page' : null}>
        ${icon ? html`<${Icon} name=${icon} />` : html`<i class=${'dot tint-' + tint} aria-hidden="true"></i>`}
        <span class="clip">${name}</span>
        ${!!count && html`<b aria-hidden="true">${number(count)}</b><span class="unseen">${view.list === 'held' ? number(count) : t('console-open-ones', { count })}</span>`}
      </a>
    </li>`;
}

