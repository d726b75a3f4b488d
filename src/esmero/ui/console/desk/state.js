/** The desk as one person has it open: which list, which conversation, what is asked in between. Screens draw this. */

import { batch, computed, signal } from '@preact/signals';

import { announce, toast } from '../../shared/elements/announcer.js';
import { t } from '../../shared/i18n.js';
import { remember, remembered, tabStorage } from '../look.js';
import { go, href, path, query } from '../router.js';
import { pageOf } from '../routes.js';
import { wordsFor } from '../words.js';
import { Acts } from './acts.js';
import { Composing } from './composer/composing.js';
import { Finding } from './found/finding.js';
import { FOUND, inUse, MINE, pathOf, whereOf } from './list/address.js';
import { Holding } from './list/holding.js';
import { Listing } from './list/listing.js';
import { neighbour, successor } from './list/rows.js';
import { BegunMails } from './mailing/begun.js';
import { answering, beginning, forwarding } from './mailing/mailings.js';
import { Names } from './names.js';
import { Opened } from './talk/opened.js';
import { nameOf, titleOf } from './words.js';

/**
 * @typedef {import('./types').View} View
 * @typedef {{opened: Opened, composing: Composing}} Current
 */

/** In another room of the console nothing is open here. */
const ELSEWHERE = { view: MINE, open: null };
const LETTERS_OFF = 'esmero.letters-off';
/** Conversations that stay loaded, so that going back and forth is at once. */
const KEPT = 24;

export class Desk {
  now = signal(Date.now());
  /** Whether this page is in front of somebody. */
  isPresent = signal(true);
  /** Whether this page is on screen, though perhaps behind a window that has the focus. */
  isShown = signal(true);
  /** Whether the newest words of the open conversation are on screen. */
  atEnd = signal(true);
  /** Seq of the customer's newest message when one left the end. */
  leftEndAt = 0;
  viewsOut = signal(false);
  asideOut = signal(false);
  /** Whether keys of one letter do something; see `keyboard/keys.js`. It belongs to this browser's keyboard, not to me. */
  letters = signal(remembered(LETTERS_OFF) === null);
  /** Whether somebody drags files over the conversation. */
  isDropping = signal(false);
  asked = signal(/** @type {import('./command/asks.js').Ask | null} */ (null));
  /** The mail that is written in front of all else. */
  mailing = signal(/** @type {import('./types').Mailing | null} */ (null));
  /** What was written in such mails and not sent. @type {BegunMails} */
  begunMails;
  current = signal(/** @type {Current | null} */ (null));
  /** What was found in a conversation, and is to be shown there. */
  sought = signal(/** @type {{conversation: number, event: number, seq: number} | null} */ (null));

  /** @type {Map<number, Current>} the last used at the end */
  #kept = new Map();

  /**
   * @param {import('../app.js').App} app
   * @param {import('../store.js').Store} store
   */
  constructor(app, store) {
    this.app = app;
    this.store = store;
    this.names = new Names(store);
    this.begunMails = new BegunMails(`agent.${store.me.peek().id}`, tabStorage());
    this.act = new Acts(store, (error) => toast(wordsFor(error), { kind: 'late' }));
    this.isInRoom = computed(() => pageOf(path.value) === 'desk');
    this.where = computed(() => (this.isInRoom.value ? whereOf(path.value, query.value) : ELSEWHERE));
    this.view = computed(() => inUse(this.where.value.view, store.labels.value));
    this.open = computed(() => this.where.value.open);
    this.openSummary = computed(() => (this.open.value === null ? null : (store.conversations.value.get(this.open.value) ?? null)));
    this.holding = new Holding(store);
    this.finding = new Finding(store);
    this.listing = new Listing(store, this.view, this.open);
    this.title = computed(() => `${this.openSummary.value ? titleOf(this.openSummary.value) : this.titleOf(this.view.value)} · esmero`);
  }

  // --- going ------------------------------------------------------------------------------------

  /** @param {View} view @param {number | null} [open] */
  href = (view, open = null) => href(pathOf(view, open));
  /** @param {View} view @param {number | null} [open] */
  go(view, open = null) {
    this.viewsOut.value = false;
    go(pathOf(view, open));
  }

  /** @param {number} id */
  openOne = (id) => this.go(this.view.value, id);
  /** @param {{conversation: number, event: number, seq: number}} sought */
  show(sought) {
    this.sought.value = sought;
    this.openOne(sought.conversation);
  }

  /** @param {import('./types').Summary} one */
  hrefOf = (one) => this.href(this.view.value, one.id);
  /** Look for words in everything that was said. @param {string} typed */
  find = (typed) => this.go({ ...FOUND, typed });
  /** From the conversation to its list. */
  back = () => this.go(this.view.value);
  showAside = () => void (this.asideOut.value = true);
  hideAside = () => void (this.asideOut.value = false);
  /** @param {string} path elsewhere in the console */
  leaveFor = (path) => go(path);

  /** @param {1 | -1} step */
  walk(step) {
    const shown = this.view.value.list === 'found' ? this.finding.groups.value.map(({ conversation }) => conversation) : this.listing.rows.value;
    const next = neighbour(shown, this.open.value, step);
    if (next !== null) this.openOne(next);
  }

  /** @param {View} view */
  titleOf(view) {
    if (view.label !== null && view.list === 'all') return this.store.labels.value.get(view.label)?.name ?? t('console-view-all');
    if (view.inbox !== null && view.list === 'all') return this.store.inboxes.value.get(view.inbox)?.name ?? t('console-view-all');
    return t('console-view-' + (view.list === 'all' && view.status !== 'open' ? 'every' : view.list));
  }

  // --- one conversation ---------------------------------------------------------------------------

  /**
   * Take a conversation in hand; what was loaded before is there at once.
   * @param {number | null} id
   */
  take(id) {
    const before = this.current.peek();
    if (before?.opened.id === id) return;
    before?.composing.leave();
    batch(() => {
      this.atEnd.value = true;
      this.asideOut.value = false;
      this.current.value = id === null ? null : this.#hold(id);
    });
    const now = this.current.peek();
    if (now && !now.opened.thread.peek()) this.load(now);
  }

  /** @param {Current} current */
  async load({ opened, composing }) {
    await opened.load();
    composing.resume();
  }

  /** @returns {Iterable<Current>} everything that is loaded, and has to follow the feed */
  get loaded() {
    return this.#kept.values();
  }

  /** Everything that was loaded is to be asked for anew. */
  forget() {
    const open = this.current.peek();
    for (const [id, one] of this.#kept) if (one !== open) this.#kept.delete(id);
    if (open) this.load(open);
  }

  /** @param {number} id of one that is no longer mine to see */
  lose(id) {
    const lost = this.#kept.get(id);
    this.#kept.delete(id);
    lost?.opened.lose();
  }

  /** @param {number} id */
  #hold(id) {
    const known = this.#kept.get(id);
    this.#kept.delete(id);
    const held = known ?? this.#begin(id);
    if (known) known.opened.revisit();
    this.#kept.set(id, held);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT) this.#kept.delete(oldest);
    return held;
  }

  /** @param {number} id */
  #begin(id) {
    const opened = new Opened(this.store, id);
    return { opened, composing: new Composing(this.store, opened) };
  }

  /** @param {boolean} is whether the newest words are on screen now */
  comeToEnd(is) {
    if (!is) this.leftEndAt = this.current.peek()?.opened.newest ?? 0;
    this.atEnd.value = is;
  }

  /** @param {boolean} on */
  useLetters(on) {
    this.letters.value = on;
    remember(LETTERS_OFF, on ? null : '1');
  }

  // --- doing --------------------------------------------------------------------------------------

  /** @param {import('./command/asks.js').Ask | null} ask */
  ask = (ask) => {
    this.asked.value = ask;
  };

  /** @param {import('./types').Mailing | null} mailing */
  mail = (mailing) => {
    this.mailing.value = mailing;
  };

  /** Whether there is an inbox from which an agent can write first. */
  get mayBegin() {
    return [...this.store.inboxes.value.values()].some(({ begins, removed }) => begins && !removed);
  }

  /** Write to somebody who has not written, or to a customer whom one has in front. @param {import('./types').Customer | null} [customer] */
  begin(customer = null) {
    if (this.mayBegin) this.mail(beginning(this.view.peek().inbox, customer));
  }

  /** @param {number | null} event what is passed on; null: all of the open conversation */
  forward(event) {
    const [one, opened] = [this.openSummary.peek(), this.current.peek()?.opened];
    if (one && opened) this.mail(forwarding(one, opened.thread.peek()?.events ?? [], event));
  }

  /** @param {number} event an answer to what was forwarded */
  answerForward(event) {
    const [one, opened] = [this.openSummary.peek(), this.current.peek()?.opened];
    const answer = opened?.thread.peek()?.events.find(({ id }) => id === event);
    if (one && answer) this.mail(answering(one, answer));
  }

  /** @param {number} conversation @param {number} event @param {boolean} unsure whether it may have left already */
  async sendAgain(conversation, event, unsure) {
    if (await this.act.again(conversation, event, unsure)) announce(t('console-sent-again'));
    // What was pressed is gone: who goes by keyboard stays at the message.
    requestAnimationFrame(() => document.activeElement === document.body && focusOn(`[data-key="e${event}"] .trouble button`));
  }

  /** Correct what did not arrive, in place of it. @param {number} event */
  rewrite(event) {
    const current = this.current.peek();
    const failed = current?.opened.thread.peek()?.events.find(({ id }) => id === event);
    if (!current || !failed) return;
    if (current.composing.rewrite(failed)) this.write('reply');
    else toast(t('console-rewrite-first'), { kind: 'late' });
  }

  /** Write here. @param {import('./types').Kind} kind */
  write(kind) {
    this.current.peek()?.composing.choose(kind);
    // At once, or the next key would be lost; and again where another element is drawn in its place.
    focusOn('.write textarea');
    requestAnimationFrame(() => focusOn('.write textarea'));
  }

  /** @param {Composing} composing @param {boolean} [close] */
  enter(composing, close = false) {
    const { id } = composing.opened;
    if (!composing.enter(close)) return;
    this.atEnd.value = true;
    if (close) this.#leave(id);
  }

  /** @param {number} id */
  async close(id) {
    this.#leave(id);
    const one = this.store.conversations.peek().get(id);
    const undo = { name: t('console-undo'), act: () => this.act.reopen(id) };
    if (await this.act.close(id)) toast(t('console-done-closed', { name: one ? nameOf(one.customer) : '' }), { action: undo, passes: true });
  }

  /** @param {number} id @param {number} until */
  async snooze(id, until) {
    this.#leave(id);
    await this.act.snooze(id, until);
  }

  /** @param {number} id */
  async junk(id) {
    this.#leave(id);
    const one = this.store.conversations.peek().get(id);
    const undo = { name: t('console-undo'), act: () => this.act.clear(id) };
    if (await this.act.junk(id)) toast(t('console-done-junk', { name: one ? nameOf(one.customer) : '' }), { action: undo, passes: true });
  }

  /** @param {number} id */
  async markUnread(id) {
    const loaded = this.#kept.get(id);
    if (loaded) loaded.opened.leftUnread = true;
    if (await this.act.unread(id)) toast(t('console-done-unread'));
  }

  /** On to the next, which takes its place in the list. @param {number} id */
  #leave(id) {
    if (this.open.peek() === id) this.go(this.view.value, matchMedia('(max-width: 719px)').matches ? null : successor(this.listing.rows.value, id));
  }

  /** @param {object} changes of one's own settings */
  async changeMe(changes) {
    try {
      await this.app.changeMe(changes);
    } catch (error) {
      toast(wordsFor(error), { kind: 'late' });
    }
  }

  /**
   * @param {number} id
   * @param {object} changes
   * @throws {import('../../shared/api.js').Problem} with `fields` for what is wrong
   */
  async editCustomer(id, changes) {
    const customer = await this.store.api.patch('/customers/' + id, changes);
    for (const { opened } of this.loaded) if (opened.customer.peek()?.id === id) opened.customer.value = customer;
  }

  // --- knowing ------------------------------------------------------------------------------------

  /** @param {string} permission */
  may = (permission) => this.store.me.value.permissions.includes(permission);
}

/** @param {string} selector */
const focusOn = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus();
