/**
 * What this browser knows of the desk: the snapshot that it began with, kept true by the live feed. Applying the same
 * frame twice changes nothing, and what an older answer says never overwrites what a newer frame said.
 */

import { batch, signal } from '@preact/signals';

import { feed } from '../shared/feed.js';
import { sending } from '../shared/sending.js';
import { byId, merged, without } from './knowing.js';

/** The desk believes for six seconds that a customer types; a little more for the way. */
const TYPING_LASTS = 7000;
/** Several changes come together: one question answers them all. */
const ASK_AFTER = 150;
const RETRY_SNAPSHOT = 3000;

/**
 * @typedef {import('./desk/types').Summary} Summary
 * @typedef {import('./desk/types').DeskEvent} DeskEvent
 * @typedef {import('./desk/types').Viewer} Viewer
 * @typedef {{events: DeskEvent[], conversations: Summary[], gone: number[]}} News
 * @typedef {ReturnType<typeof import('../shared/api.js').api>} Api
 */

export class Store {
  conversations = signal(/** @type {Map<number, Summary>} */ (new Map()));
  agents = signal(/** @type {Map<number, import('./desk/types').Agent>} */ (new Map()));
  teams = signal(/** @type {Map<number, import('./desk/types').Team>} */ (new Map()));
  inboxes = signal(/** @type {Map<number, import('./desk/types').InboxName>} */ (new Map()));
  labels = signal(/** @type {Map<number, import('./desk/types').Label>} */ (new Map()));
  counts = signal(/** @type {import('./desk/types').Counts} */ ({ mine: 0, unassigned: 0, all: 0, inboxes: {}, statuses: {} }));
  limits = signal(/** @type {import('./desk/types').Limits} */ ({ text: 10_000, replies: {}, file: 0, files: 0 }));
  /** The kinds of channels whose messages have recipients. */
  addressed = signal(/** @type {Set<string>} */ (new Set()));
  /** `available`, `away` or `offline` by the agent's id. */
  presence = signal(/** @type {Map<number, string>} */ (new Map()));
  /** Who has a conversation open, me included, by its id. */
  viewing = signal(/** @type {Map<number, Viewer[]>} */ (new Map()));
  /** The conversations whose customer is typing. */
  typing = signal(/** @type {Set<number>} */ (new Set()));
  /** Grows when more, or less, is held of what could not be understood. */
  held = signal(0);

  /** Grows when everything was loaded anew: what a screen has loaded by itself is then to be asked for again. */
  epoch = signal(0);

  #position = 0;
  /** What decided what we may see when we last loaded everything: the desk tells us to begin anew if it has changed. */
  #sight = /** @type {string | undefined} */ (undefined);
  #welcomed = false;
  #stopAsking = () => {};
  /** @type {Map<number, () => void>} */
  #typingEnds = new Map();
  /** @type {{id: string, event: number}[]} */
  #acknowledged = [];
  /** @type {Set<(news: News) => void>} */
  #followers = new Set();

  /**
   * @param {object} options
   * @param {Record<string, any>} options.snapshot as `GET /snapshot` answered
   * @param {Api} options.api
   * @param {import('../shared/feed.js').Way[]} options.ways to the live edge
   * @param {import('../shared/feed.js').Timers} options.timers
   * @param {Storage | null} [options.storage] where unsent messages outlive the page
   * @param {() => boolean} [options.active] whether a person has used the page since it was last asked
   * @param {(code: number) => void} [options.refused] the live edge doesn't want us back
   */
  constructor({ snapshot, api, ways, timers, storage = null, active = () => true, refused }) {
    this.api = api;
    this.timers = timers;
    this.me = signal(/** @type {import('./desk/types').Me} */ (snapshot.me));
    this.feed = feed({
      ways, timers, refused,
      hello: () => ({ t: 'hello', v: 1, after: this.#position, sight: this.#sight }),
      receive: (frame) => this.receive(frame),
      ping: () => ({ t: 'ping', active: active() }),
    });
    this.connection = this.feed.state;
    this.outbox = sending({ scope: `agent.${snapshot.me.id}`, send: this.feed.send, sendLarge: this.#sendLarge, storage, timers });
    /** Messages without an acknowledgement; `beside` holds their files as they are shown. */
    this.unsent = this.outbox.messages;
    this.#take(snapshot);
    this.#position = snapshot.position;
    this.#sight = snapshot.sight;
  }

  // --- asking and telling -----------------------------------------------------------------------

  /** @param {string} path */
  get = (path) => this.api.get(path);
  /** @param {string} path @param {any} body */
  put = (path, body) => this.api.put(path, body);
  /** @param {string} path */
  drop = (path) => this.api.delete(path);

  /**
   * @param {import('../shared/feed.js').Frame} frame that may be lost: typing, viewing, read
   * @returns {boolean} whether it has left
   */
  send = (frame) => this.feed.send(frame);

  /**
   * A note may be longer than a frame of the live edge. The API takes it; its id makes one message of it in any case.
   * @param {any} frame
   * @returns {boolean}
   */
  #sendLarge = ({ t: _, conversation, ...message }) => {
    if (this.connection.peek() != 'live') return false;
    const told = (/** @type {any} */ ack) => this.#acknowledge({ id: message.id, event: ack.event });
    const refused = (/** @type {any} */ { code, title, detail, retry, wait, more }) =>
      this.outbox.refused({ id: message.id, code, title, detail, retry, wait, ...more });
    this.api.post(`/conversations/${conversation}/messages`, message).then(told, refused);
    return true;
  };

  /**
   * A reply or a note. It is kept until the desk has it, also through a reload.
   * @param {number} conversation
   * @param {import('./desk/composer/writing.js').Said} said
   * @param {boolean} [close] with it
   * @returns {string} its id
   */
  say(conversation, { kind, text, files, seen, recipients, replaces }, close = false) {
    const frame = { conversation, kind, text, files: files.map(({ id }) => id), seen: seen ?? undefined, close: close || undefined, ...(replaces && { replaces }), ...recipients };
    return this.outbox.add(frame, files);
  }

  /**
   * @param {(news: News) => void} follower told of everything that comes, after it has been taken in
   * @returns {() => void} ends it
   */
  follow(follower) {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  // --- learning ---------------------------------------------------------------------------------

  /** @param {Summary[]} summaries from an answer or a frame */
  learn(summaries) {
    if (summaries.length) this.conversations.value = merged(this.conversations.peek(), summaries);
  }

  /**
   * @param {number} conversation
   * @param {Viewer[]} agents
   */
  see(conversation, agents) {
    const next = new Map(this.viewing.peek());
    if (agents.length) next.set(conversation, agents);
    else next.delete(conversation);
    this.viewing.value = next;
  }

  /** @param {any} frame */
  receive(frame) {
    batch(() => this.#receive(frame));
  }

  /** @param {any} frame */
  #receive(frame) {
    switch (frame.t) {
      case 'welcome': return this.#welcome(frame);
      case 'events': return this.#events(frame);
      case 'counts': return void (this.counts.value = frame.counts);
      case 'presence': return void (this.presence.value = new Map([...this.presence.peek(), ...byId(frame.agents)]));
      case 'viewing': return this.see(frame.conversation, frame.agents);
      case 'typing': return this.#typing(frame);
      case 'gone': return this.#gone(frame.conversation);
      case 'changed': return frame.what === 'held' ? void (this.held.value += 1) : this.#askSoon();
      case 'ack': return this.#acknowledge(frame);
      case 'refused': return void this.outbox.refused(frame);
      case 'reset': return void this.#reset();
    }
  }

  /** @param {any} frame */
  #welcome({ presence, viewing, counts }) {
    // Its position is where the feed stands, not where we stand: what we missed comes in the next frame.
    this.presence.value = byId(presence);
    this.viewing.value = new Map(viewing.map((/** @type {any} */ { conversation, agents }) => [conversation, agents]));
    this.counts.value = counts;
    this.outbox.resume();
    // Colleagues, teams and labels may have changed while nobody told us.
    if (this.#welcomed) this.#askSoon();
    this.#welcomed = true;
  }

  /** @param {any} frame */
  #events({ position, events, conversations }) {
    this.learn(conversations);
    this.#position = Math.max(this.#position, position);
    for (const event of events) if (event.type == 'message.received') this.#endTyping(event.of);
    this.#settle();
    this.#tell({ events, conversations, gone: [] });
  }

  /** @param {any} frame */
  #typing({ conversation, on }) {
    this.#endTyping(conversation);
    if (!on) return;
    this.typing.value = new Set(this.typing.peek()).add(conversation);
    this.#typingEnds.set(conversation, this.timers.after(TYPING_LASTS, () => this.#endTyping(conversation)));
  }

  /** @param {number} conversation */
  #endTyping(conversation) {
    this.#typingEnds.get(conversation)?.();
    this.#typingEnds.delete(conversation);
    if (this.typing.peek().has(conversation)) this.typing.value = new Set([...this.typing.peek()].filter((id) => id != conversation));
  }

  /** @param {number} conversation */
  #gone(conversation) {
    this.conversations.value = without(this.conversations.peek(), conversation);
    this.see(conversation, []);
    this.#endTyping(conversation);
    this.#tell({ events: [], conversations: [], gone: [conversation] });
  }

  /** The message leaves the unsent ones when its event is here, so that it never stands nowhere. @param {any} ack */
  #acknowledge({ id, event }) {
    this.#acknowledged.push({ id, event });
    this.#settle();
  }

  #settle() {
    const here = this.#acknowledged.filter(({ event }) => event <= this.#position);
    this.#acknowledged = this.#acknowledged.filter(({ event }) => event > this.#position);
    for (const ack of here) this.outbox.acknowledged(ack);
  }

  /** @param {News} news */
  #tell(news) {
    for (const follower of this.#followers) follower(news);
  }

  // --- the snapshot -----------------------------------------------------------------------------

  /** @param {Record<string, any>} snapshot all but what the feed tells event by event */
  #take({ me, agents, teams, inboxes, labels, counts, presence, limits, addressed = [] }) {
    this.me.value = me;
    this.agents.value = listed(agents);
    this.teams.value = listed(teams);
    this.inboxes.value = listed(inboxes);
    this.labels.value = listed(labels);
    this.counts.value = counts;
    this.presence.value = byId(presence);
    this.limits.value = limits;
    this.addressed.value = new Set(addressed);
  }

  /** Whether messages of a kind of channel say whom they go to. @param {string} channel */
  hasRecipients = (channel) => this.addressed.value.has(channel);

  #askSoon() {
    this.#stopAsking();
    this.#stopAsking = this.timers.after(ASK_AFTER, () => this.refresh());
  }

  /** Ask again who and what there is; conversations are the feed's to keep. */
  async refresh() {
    try {
      const snapshot = await this.api.get('/snapshot');
      // Our rights have changed and the live edge has not told us yet: the lists are no longer ours.
      if (snapshot.sight !== this.#sight) return this.#begin(snapshot);
      batch(() => this.#take(snapshot));
    } catch {
      // We keep what we have. The next welcome asks again.
    }
  }

  /** Too much has happened, or our rights have changed: begin anew. */
  async #reset() {
    try {
      this.#begin(await this.api.get('/snapshot'));
    } catch {
      this.timers.after(RETRY_SNAPSHOT, this.feed.restart);
    }
  }

  /** @param {Record<string, any>} snapshot which takes the place of all that we knew */
  #begin(snapshot) {
    batch(() => {
      this.#take(snapshot);
      this.conversations.value = new Map();
      this.#position = snapshot.position;
      this.#sight = snapshot.sight;
      this.epoch.value += 1;
      this.#settle();
    });
  }

  start() {
    this.feed.start();
  }

  stop() {
    this.#stopAsking();
    this.feed.stop();
  }
}

/**
 * @template {{id: number}} T
 * @param {T[]} items
 * @returns {Map<number, T>}
 */
function listed(items) {
  return new Map(items.map((item) => [item.id, item]));
}
