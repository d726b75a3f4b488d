/** What goes on by itself while the desk is open: following the feed, reading, drafts, clocks, keys. */

import { effect, untracked } from '@preact/signals';

import { listenToKeys } from './keyboard/listening.js';
import { readElsewhere } from './list/marks.js';
import { takeBackRefused } from './outgoing.js';
import { telling } from './telling/telling.js';

/** How often the times on screen are drawn anew. */
const TICK = 20_000;
/** The desk believes for a minute that a conversation is being looked at. */
const STILL_LOOKING = 40_000;
/** Conversations of a customer that are asked for at once. */
const MATTERS = 50;

/**
 * As long as somebody is signed in, in whichever room: what was loaded stays true, and what is new is told.
 * @param {import('./state.js').Desk} desk
 * @returns {() => void} ends it
 */
export function attend(desk) {
  const { store } = desk;
  const { tell, end } = telling(desk);
  const ends = [
    store.follow(({ events, gone }) => {
      store.learn(readElsewhere(events, store.conversations.peek(), store.me.peek().id));
      for (const { opened, composing } of desk.loaded) {
        opened.follow(events);
        composing.follow(events);
      }
      for (const id of gone) desk.lose(id);
      tell(events);
    }),
    effect(() => beginAnew(desk, store.epoch.value)),
    effect(() => backAgain(desk)),
    presence(desk),
    end,
  ];
  return () => ends.forEach((one) => one());
}

/**
 * As long as somebody is in this room.
 * @param {import('./state.js').Desk} desk
 * @returns {() => void} ends it
 */
export function live(desk) {
  const ends = [
    effect(() => desk.take(desk.open.value)),
    effect(() => void (desk.listing.question.value, untracked(() => desk.listing.load()))),
    effect(() => look(desk)),
    effect(() => readWhatIsSeen(desk)),
    effect(() => void (desk.current.value && takeBackRefused(desk.store, desk.current.value))),
    effect(() => reachWhatIsSought(desk)),
    effect(() => askMatters(desk)),
    every(TICK, () => (desk.now.value = Date.now())),
    every(STILL_LOOKING, () => look(desk)),
    effect(() => void (desk.store.held.value, desk.store.connection.value === 'live' && untracked(() => desk.holding.load()))),
    listenToKeys(desk),
    on(window, 'pagehide', () => desk.current.peek()?.composing.leave()),
  ];
  return () => {
    desk.take(null);
    desk.store.send({ t: 'view', conversation: null });
    ends.forEach((one) => one());
  };
}

/**
 * The store was loaded anew: so is what hangs on it.
 * @param {import('./state.js').Desk} desk
 * @param {number} epoch 0 is the first snapshot
 */
function beginAnew(desk, epoch) {
  if (!epoch) return;
  untracked(() => {
    desk.forget();
    desk.listing.reload();
  });
}

/** Tell colleagues which conversation is in front of somebody here. @param {import('./state.js').Desk} desk */
function look(desk) {
  if (desk.store.connection.value !== 'live') return;
  const conversation = desk.isShown.value ? desk.open.value : null;
  desk.store.send({ t: 'view', conversation });
}

/** @param {import('./state.js').Desk} desk */
function readWhatIsSeen(desk) {
  const opened = desk.current.value?.opened;
  const isSeen = desk.isPresent.value && desk.atEnd.value && opened?.thread.value && desk.store.connection.value === 'live';
  // The summary says up to where it was read; it is read here as often as it says more.
  if (isSeen && desk.openSummary.value) untracked(() => opened.read());
}

/** @param {import('./state.js').Desk} desk */
function reachWhatIsSought(desk) {
  const [sought, opened] = [desk.sought.value, desk.current.value?.opened];
  if (!sought || !opened?.thread.value || opened.id !== sought.conversation) return;
  untracked(() => opened.reach(sought.seq)).catch(() => {
    // The conversation is open at its end; scrolling up asks again.
  });
}

/** Everything that the customer came with before. @param {import('./state.js').Desk} desk */
function askMatters(desk) {
  const customer = desk.current.value?.opened.customer.value?.id;
  if (customer === undefined) return;
  desk.store.api.get('/conversations', { customer, sort: 'newest', limit: MATTERS }).then(({ items }) => desk.store.learn(items)).catch(() => {
    // What is known stays shown; opening the conversation again asks again.
  });
}

/** Connected again: what could not be loaded while we were away is asked for. @param {import('./state.js').Desk} desk */
function backAgain(desk) {
  if (desk.store.connection.value !== 'live') return;
  untracked(() => {
    if (desk.listing.trouble.value) desk.listing.load();
    for (const current of desk.loaded) {
      if (current.opened.thread.value) current.opened.mend();
      else if (current.opened.trouble.value) desk.load(current);
    }
  });
}

/** @param {import('./state.js').Desk} desk */
function presence(desk) {
  const look = () => {
    desk.isShown.value = document.visibilityState === 'visible';
    desk.isPresent.value = desk.isShown.value && document.hasFocus();
    desk.now.value = Date.now();
  };
  look();
  const ends = [on(document, 'visibilitychange', look), on(window, 'focus', look), on(window, 'blur', look)];
  return () => ends.forEach((end) => end());
}

/**
 * @param {number} time
 * @param {() => void} act
 */
function every(time, act) {
  const timer = setInterval(act, time);
  return () => clearInterval(timer);
}

/**
 * @param {EventTarget} target
 * @param {string} kind
 * @param {(event: any) => void} act
 */
function on(target, kind, act) {
  target.addEventListener(kind, act);
  return () => target.removeEventListener(kind, act);
}
