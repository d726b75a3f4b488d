/** Tells the agent what is new while they look elsewhere: in the page's title, by a sound, by the system's notification. */

import { effect, signal } from '@preact/signals';

import { announce } from '../../../shared/elements/announcer.js';
import { t } from '../../../shared/i18n.js';
import { clock } from '../../../shared/times.js';
import { nameOf, previewOf } from '../words.js';
import { ring } from './sound.js';
import { worthTelling } from './worth.js';

/** A page that is looked at claims an event at once; the others wait so long before they tell it. */
const MANNERS = 180;
/** How long the page that tells an event keeps the others from telling it too. */
const CLAIMED = 3_000;

/**
 * @param {import('../state').Desk} desk
 * @returns {{tell: (events: import('../types').DeskEvent[]) => void, end: () => void}} `tell` takes what comes in live
 */
export function telling(desk) {
  /** @type {import('@preact/signals').Signal<Set<number>>} conversations that were told and not looked at since */
  const told = signal(new Set());

  const endLooking = effect(() => {
    const open = desk.isPresent.value ? desk.open.value : null;
    if (open !== null && told.value.has(open)) told.value = new Set([...told.value].filter((id) => id !== open));
  });
  const endTitle = effect(() => {
    const count = told.value.size;
    const bare = desk.isInRoom.value ? desk.title.value : document.title.replace(/^\(\d+\) /, '');
    document.title = (count ? `(${count}) ` : '') + bare;
  });
  const end = () => {
    endLooking();
    endTitle();
  };

  /** @param {import('../types').DeskEvent[]} events */
  const tell = (events) => {
    const eyes = { me: desk.store.me.value.id, messages: desk.store.me.value.notify.messages, present: desk.isPresent.value, open: desk.open.value };
    for (const event of events) if (isBeforeMe(desk, event)) speak(desk, event);
    for (const news of worthTelling(events, desk.store.conversations.value, eyes)) {
      told.value = new Set(told.value).add(news.one.id);
      once(news.event.id, MANNERS, () => show(desk, news));
    }
  };
  return { tell, end };
}

/**
 * A message of the conversation that is looked at, by somebody else: claimed here, so that no other page rings for it.
 * @param {import('../state').Desk} desk
 * @param {import('../types').DeskEvent} event
 */
function isBeforeMe(desk, event) {
  const mine = event.by.kind === 'agent' && event.by.id === desk.store.me.value.id;
  return event.stream === 'conversation' && event.of === desk.open.value && event.text !== undefined && !mine;
}

/**
 * Said once to a screen reader, with who and when.
 * @param {import('../state').Desk} desk
 * @param {import('../types').DeskEvent} event
 */
function speak(desk, event) {
  if (!desk.isPresent.value) return;
  once(event.id, 0, () => {});
  const one = desk.store.conversations.value.get(event.of);
  const name = event.type === 'forward.answered' ? whoOf(event) : event.by.kind === 'customer' && one ? nameOf(one.customer) : desk.names.actor(event.by);
  const words = previewOf(event.text ?? '', event.files?.length ?? 0);
  announce(t(event.type === 'note.added' || event.type === 'forward.answered' ? 'console-said-note' : 'console-said', { name, time: clock(event.at), text: words }));
}

/** @param {import('../types').DeskEvent} event an answer to what was forwarded */
const whoOf = ({ fields = {} }) => fields.name || fields.address || '';

/**
 * Of all the console's pages in this browser, one does it.
 * @param {number} id of the event
 * @param {number} wait
 * @param {() => void} act
 */
function once(id, wait, act) {
  const claim = () => navigator.locks.request('esmero.told.' + id, { ifAvailable: true }, (lock) => {
    if (!lock) return;
    act();
    return new Promise((done) => setTimeout(done, CLAIMED));
  });
  if (!navigator.locks) return act(); // a page without TLS has no locks: better twice than not at all
  if (wait) setTimeout(claim, wait);
  else claim();
}

/**
 * @param {import('../state').Desk} desk
 * @param {import('./worth.js').News} news
 */
function show(desk, { why, event, one }) {
  const { notify } = desk.store.me.value;
  if (notify.sound) ring();
  if (!notify.desktop || globalThis.Notification?.permission !== 'granted') return;
  const title = why === 'assigned' ? t('console-given-to-you', { name: desk.names.actor(event.by) }) : nameOf(one.customer);
  const body = why === 'assigned' ? nameOf(one.customer) : previewOf(event.text ?? '', event.files?.length ?? 0);
  const shown = new Notification(title, { body: body.slice(0, 200), tag: 'esmero-' + one.id });
  shown.onclick = () => {
    window.focus();
    desk.openOne(one.id);
    shown.close();
  };
}
