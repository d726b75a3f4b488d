/** The list of conversations: what one looks through to find whom to answer next. */

import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { wordsFor } from '../../words.js';
import { FoundRows } from '../found/found.js';
import { FoundHead } from '../found/head.js';
import { FOUND } from './address.js';
import { HeldRows } from './held.js';
import { Row } from './row.js';
import { belongs } from './rows.js';

const STATUSES = /** @type {const} */ (['open', 'pending', 'snoozed', 'closed']);

/** @param {{desk: import('../state').Desk}} props */
export function List({ desk }) {
  const { listing } = desk;
  return html`
    <section class="list" role=${desk.open.value === null ? 'main' : null} aria-labelledby="list-title">
      ${desk.view.value.list === 'found' ? html`<${FoundHead} desk=${desk} />` : html`<${Head} desk=${desk} />`}
      <div class="queue" id="list" tabindex="-1"
        onPointerMove=${() => listing.point()} onPointerLeave=${() => listing.leave()}
        onKeyDown=${walk}>
        <${Inside} desk=${desk} />
      </div>
    </section>`;
}

/** @param {{desk: import('../state').Desk}} props */
function Inside({ desk }) {
  const { list } = desk.view.value;
  if (list === 'held') return html`<${HeldRows} desk=${desk} />`;
  return list === 'found' ? html`<${FoundRows} desk=${desk} />` : html`<${Rows} desk=${desk} />`;
}

/** @param {{desk: import('../state').Desk}} props */
function Head({ desk }) {
  const view = desk.view.value;
  const other = view.sort === 'waiting' ? 'newest' : 'waiting';
  const isFolder = view.list === 'junk' || view.list === 'held';
  return html`
    <header>
      <div class="title">
        <button class="icon-button open-views" aria-label=${t('console-open-views')} aria-expanded=${desk.viewsOut.value}
          onClick=${() => (desk.viewsOut.value = true)}><${Icon} name="menu" /></button>
        <h1 id="list-title" class="clip">${desk.titleOf(view)}</h1>
        ${desk.mayBegin && html`<button class="icon-button begin-here" aria-label=${t('console-begin')} title=${t('console-begin')} onClick=${() => desk.begin()}><${Icon} name="pen" /></button>`}
        <a class="icon-button" href=${desk.href(FOUND)} aria-label=${t('console-view-found')} title=${t('console-view-found')}><${Icon} name="find" /></a>
        ${!isFolder && html`<button class="sort" title=${t('console-sort-other-' + other)} onClick=${() => desk.go({ ...view, sort: other })}>
          <${Icon} name="order" /><span class="sorted">${t('console-sort-' + view.sort)}</span> <span class="unseen">${t('console-sort-other-' + other)}</span>
        </button>`}
      </div>
      ${!isFolder && html`<nav class="statuses" aria-label=${t('console-statuses')}>
        ${STATUSES.map((status) => html`
          <a key=${status} href=${desk.href({ ...view, status })} aria-current=${status === view.status ? 'page' : null}>${t('console-status-' + status)}</a>`)}
      </nav>`}
      <${Filters} desk=${desk} />
    </header>`;
}

/** What narrows the list besides its own name; each can be taken off. @param {{desk: import('../state').Desk}} props */
function Filters({ desk }) {
  const view = desk.view.value;
  const label = view.label !== null ? desk.store.labels.value.get(view.label) : null;
  const inbox = view.inbox !== null && view.list !== 'all' ? desk.store.inboxes.value.get(view.inbox) : null;
  if (!label && !inbox) return null;
  return html`
    <div class="filters">
      ${inbox && html`<${Filter} name=${inbox.name} off=${() => desk.go({ ...view, inbox: null })} />`}
      ${label && html`<${Filter} name=${label.name} off=${() => desk.go({ ...view, label: null })} />`}
    </div>`;
}

/** @param {{name: string, off: () => void}} props */
function Filter({ name, off }) {
  return html`<button onClick=${off} aria-label=${t('console-filter-off', { name })}><span class="clip">${name}</span><${Icon} name="cross" /></button>`;
}

/** @param {{desk: import('../state').Desk}} props */
function Rows({ desk }) {
  const { listing } = desk;
  if (listing.trouble.value && !listing.isLoaded.value) return html`<${Trouble} desk=${desk} />`;
  if (!listing.isLoaded.value) return html`<${Shape} />`;
  const shown = listing.rows.value;
  if (!shown.length) return html`<${Nothing} desk=${desk} />`;
  return html`
    <ul>${shown.map((one) => html`<${Row} key=${one.id} one=${one} href=${desk.href(desk.view.value, one.id)} beside=${besideOf(desk, one)} />`)}</ul>
    ${listing.hasMore.value && html`<${More} listing=${listing} />`}
    <${FollowOpen} desk=${desk} />`;
}

/**
 * @param {import('../state').Desk} desk
 * @param {import('../types').Summary} one
 * @returns {import('./row.js').Beside}
 */
function besideOf(desk, one) {
  const { store } = desk;
  const me = store.me.value.id;
  const open = desk.open.value === one.id;
  return {
    now: desk.now.value,
    inbox: store.inboxes.value.get(one.inbox)?.name ?? '',
    labels: one.labels.flatMap((id) => store.labels.value.get(id) ?? []),
    here: desk.names.othersAt(one.id).map(({ name }) => name),
    writes: store.typing.value.has(one.id),
    open,
    leaving: open && !belongs(desk.view.value, one, me),
  };
}

/** Keeps the open conversation in sight when the keyboard walks to it. @param {{desk: import('../state').Desk}} props */
function FollowOpen({ desk }) {
  useSignalEffect(() => {
    const id = desk.open.value;
    if (id !== null) requestAnimationFrame(() => document.querySelector(`.row[data-id="${id}"]`)?.scrollIntoView({ block: 'nearest' }));
  });
  return null;
}

/** The next page, asked for when its place comes near. @param {{listing: import('./listing.js').Listing}} props */
function More({ listing }) {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && listing.more(), { rootMargin: '600px' });
    if (place.current) near.observe(place.current);
    return () => near.disconnect();
  }, [listing.rows.value.length, listing.loading.value]);
  const words = listing.trouble.value ? t('console-list-more-failed') : t('console-list-more');
  return html`<button ref=${place} class="more" disabled=${listing.loading.value} onClick=${() => listing.more()}>${words}</button>`;
}

/** @param {{desk: import('../state').Desk}} props */
function Nothing({ desk }) {
  const { list, status } = desk.view.value;
  const which = status === 'open' || list === 'junk' ? list : status;
  const waits = status === 'open' && list === 'mine' ? desk.store.counts.value.unassigned : 0;
  return html`
    <div class="empty">
      <${Icon} name=${status === 'open' ? 'cup' : 'tray'} />
      <h2>${t('console-empty-' + which)}</h2>
      <p>${t('console-empty-' + which + '-why')}</p>
      ${waits > 0 && html`<a class="button" href=${desk.href({ ...desk.view.value, list: 'unassigned' })}>${t('console-empty-mine-next', { count: waits })}</a>`}
    </div>`;
}

/** @param {{desk: import('../state').Desk}} props */
function Trouble({ desk }) {
  return html`
    <div class="empty" role="alert">
      <h2>${t('console-list-failed')}</h2>
      <p>${wordsFor(desk.listing.trouble.value)}</p>
      <button class="button" onClick=${() => desk.listing.load()}>${t('console-again')}</button>
    </div>`;
}

function Shape() {
  return html`<div class="shape" role="status" aria-label=${t('console-loading')}>${[1, 2, 3, 4].map((key) => html`<div key=${key}><i></i><i></i><i></i></div>`)}</div>`;
}

/** Arrow keys walk through the rows, as in any list. @param {KeyboardEvent} event */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('.row > a, .hit')];
  const next = links[links.indexOf(/** @type {Element} */ (document.activeElement)) + step];
  if (next) /** @type {HTMLElement} */ (next).focus();
  event.preventDefault();
}
