/** One conversation that was opened here: what the desk answered, kept true by the live feed. */

import { batch, signal } from '@preact/signals';

import { isUnread, newsSeq } from '../list/rows.js';
import { begun, customerSeq, filled, followed, newestSeq, remembered } from './thread.js';

/**
 * @typedef {import('../types').DeskEvent} DeskEvent
 * @typedef {import('../types').Thread} Thread
 */

/** Events in one answer, and answers, when somebody looks for a place far back. */
const MANY = 200;
const FAR = 60;

export class Opened {
  /** @type {import('@preact/signals').Signal<Thread | null>} null until the desk answered */
  thread = signal(null);
  /** @type {import('@preact/signals').Signal<import('../types').Customer | null>} */
  customer = signal(null);
  /** @type {import('@preact/signals').Signal<import('../types').Taking[]>} who takes part besides the customer */
  participants = signal([]);
  /** @type {import('@preact/signals').Signal<Error | null>} */
  trouble = signal(null);
  /** The last event that I had read when I opened it: what the customer wrote since is new. */
  divider = signal(Infinity);
  /** What came in up to here was there when I opened it: it doesn't arrive before my eyes. */
  shown = 0;
  /** @type {import('../types').Draft[]} */
  drafts = [];
  /** True after "mark as unread": looking at it no longer reads it, until it is opened again. */
  leftUnread = false;

  #asking = false;
  #askingOlder = false;
  #upto = 0;

  /**
   * @param {import('../../store.js').Store} store
   * @param {number} id
   */
  constructor(store, id) {
    this.store = store;
    this.id = id;
  }

  /** Ask the desk for all of it. */
  async load() {
    this.trouble.value = null;
    try {
      const opened = await this.store.get('/conversations/' + this.id);
      batch(() => this.#take(opened));
    } catch (error) {
      this.trouble.value = /** @type {Error} */ (error);
    }
  }

  /** @param {DeskEvent[]} events as they come in live, of any streams */
  follow(events) {
    const thread = this.thread.peek();
    if (!thread) return;
    this.thread.value = followed(thread, events);
    const mine = events.filter((event) => event.stream === 'conversation' && event.of === this.id);
    this.#upto = Math.max(this.#upto, ...mine.map(({ seq }) => seq));
    this.mend();
    if (mine.some(({ type }) => type.startsWith('participant.'))) this.#askParticipants();
    const customer = this.customer.peek();
    if (customer && events.some((event) => event.stream === 'customer' && event.of === customer.id)) this.#askCustomer(customer.id);
  }

  /** Ask for what came before the oldest event that is here. @param {number} [limit] */
  async older(limit = 100) {
    const thread = this.thread.peek();
    if (!thread?.more || this.#askingOlder) return;
    this.#askingOlder = true;
    try {
      const { items } = await this.store.get(`/conversations/${this.id}/events?before=${thread.events[0].seq}&limit=${limit}`);
      const now = this.thread.peek();
      if (now) this.thread.value = remembered(now, items);
    } finally {
      this.#askingOlder = false;
    }
  }

  /**
   * Load as far back as it takes.
   * @param {number} seq of an event that somebody looks for
   */
  async reach(seq) {
    for (let asked = 0; asked < FAR; asked++) {
      const thread = this.thread.peek();
      if (!thread?.more || thread.events[0].seq <= seq) return;
      await this.older(MANY);
    }
  }

  /** @returns {number} seq of the customer's newest message here */
  get newest() {
    const thread = this.thread.value;
    return thread ? customerSeq(thread) : 0;
  }

  /** It is no longer mine to see. */
  lose() {
    batch(() => {
      this.thread.value = null;
      this.trouble.value = Object.assign(new Error(), { status: 404 });
    });
  }

  /** Looking at it again: what was new is no longer, and it may be read. */
  revisit() {
    this.leftUnread = false;
    this.shown = this.thread.peek()?.events.at(-1)?.seq ?? 0;
    const one = this.store.conversations.peek().get(this.id);
    this.divider.value = one ? dividerOf(one) : Infinity;
  }

  /** Tell the desk that everything on screen has been read. */
  read() {
    const thread = this.thread.peek();
    const one = this.store.conversations.peek().get(this.id);
    if (!thread || !one || this.leftUnread || !isUnread(one)) return;
    const upto = newestSeq(thread);
    if (this.store.send({ t: 'read', conversation: this.id, upto })) this.store.learn([{ ...one, read: upto }]);
  }

  /** @param {import('../types').Opened} opened */
  #take(opened) {
    const { conversation, customer, drafts, viewing } = opened;
    if (!this.thread.peek()) this.divider.value = dividerOf(conversation);
    this.thread.value = begun(opened);
    this.shown = conversation.seq;
    this.customer.value = customer;
    this.participants.value = opened.participants ?? [];
    this.drafts = drafts;
    this.store.learn([conversation]);
    this.store.see(this.id, viewing);
  }

  /** Ask for what lies between the newest event here and the one that arrived, if anything does. */
  async mend() {
    if (this.#asking) return;
    this.#asking = true;
    try {
      for (let thread = this.thread.peek(); thread?.gap; thread = this.thread.peek()) {
        const { items } = await this.store.get(`/conversations/${this.id}/events?after=${newestSeq(thread)}&limit=200`);
        this.thread.value = filled(this.thread.peek() ?? thread, items, this.#upto);
      }
    } catch {
      // The gap stays, and is mended when the connection is back or the next event arrives.
    } finally {
      this.#asking = false;
    }
  }

  async #askParticipants() {
    try {
      const { participants } = await this.store.get('/conversations/' + this.id);
      this.participants.value = participants ?? [];
    } catch {
      // Who is known stays shown; opening it again asks again.
    }
  }

  /** @param {number} id */
  async #askCustomer(id) {
    try {
      this.customer.value = await this.store.get('/customers/' + id);
    } catch {
      // What is shown stays; the next change asks again.
    }
  }
}

/**
 * @param {import('../types').Summary} one
 * @returns {number} seq after which everything is new to me; Infinity if nothing is, or everything
 */
const dividerOf = (one) => (one.read && newsSeq(one) > one.read ? one.read : Infinity);
