/** The console's start: who is signed in, in which language, and which of its rooms the address leads to. */

import { signal } from '@preact/signals';

import { api as makeApi } from '../shared/api.js';
import { Announcer } from '../shared/elements/announcer.js';
import { Slow, isSlow } from '../shared/elements/slow.js';
import { wakeUp } from '../shared/feed.js';
import { html, render } from '../shared/html.js';
import { language, speak } from '../shared/i18n.js';
import { socket } from '../shared/socket.js';
import { stream } from '../shared/stream.js';
import { activity } from './activity.js';
import { remember, remembered, showTheme, storage } from './look.js';
import { Room } from './room.js';
import { listen } from './router.js';
import { Store } from './store.js';

/**
 * @typedef {import('../shared/api.js').Problem} Problem
 *
 * @typedef {object} Session as `GET /session` answers
 * @property {string | null} csrf
 * @property {import('./desk/types').Me | null} me
 * @property {boolean} setup there is no administrator yet
 * @property {boolean} mails the desk can mail a link to who forgot their password
 * @property {boolean} links mails to customers carry links, since the desk knows where people outside find it
 */

export class App {
  /** What is to be shown: `asking` until the desk answered, `unreachable` when it didn't. */
  state = signal(/** @type {'asking' | 'unreachable' | 'out' | 'in'} */ ('asking'));
  /** Whether the desk still waits for its first administrator. */
  setup = signal(false);
  mails = signal(false);
  links = signal(true);
  /** What we know of the desk; there while somebody is signed in. */
  store = signal(/** @type {Store | null} */ (null));
  /** Why one stands at the door again: the session ended by itself. */
  ended = signal(false);

  constructor() {
    this.api = makeApi({ signedOut: () => this.#leave(true), slow: isSlow });
    this.timers = { now: () => Date.now(), after: later };
    this.#ways = [socket('/live/agent'), stream({ follow: this.#follow, tell: this.#tell })];
    this.#active = activity();
  }

  #ways;
  #active;

  async start() {
    this.state.value = 'asking';
    try {
      await this.enter(await this.api.get('/session'));
    } catch {
      await this.say(wanted());
      this.state.value = 'unreachable';
    }
  }

  /** Somebody has signed in, or nobody. @param {Session} session */
  async enter({ csrf, me, setup, mails, links }) {
    this.api.trust(csrf || '');
    this.setup.value = setup;
    this.mails.value = mails;
    this.links.value = links;
    await this.say(me ? [me.language] : wanted());
    if (!me) {
      this.state.value = 'out';
      return;
    }
    showTheme(me.theme);
    await this.#open();
  }

  async #open() {
    const snapshot = await this.api.get('/snapshot');
    const store = new Store({
      snapshot, api: this.api, ways: this.#ways, timers: this.timers, storage: storage(), active: this.#active,
      refused: () => this.#leave(true),
    });
    this.store.value = store;
    this.ended.value = false;
    this.state.value = 'in';
    wakeUp(store.feed);
    addEventListener('storage', store.outbox.elsewhere);
    store.start();
  }

  async signOut() {
    await this.api.delete('/session');
    this.#leave(false);
  }

  /** @param {boolean} ended by the desk, not by the person */
  #leave(ended) {
    const store = this.store.peek();
    if (!store) return;
    store.stop();
    removeEventListener('storage', store.outbox.elsewhere);
    this.store.value = null;
    this.ended.value = ended;
    this.state.value = 'out';
  }

  /**
   * @param {string[]} languages
   */
  async say(languages) {
    const code = await speak('console', languages);
    remember('esmero.language', code);
  }

  /**
   * A change to one's own settings, shown at once.
   * @param {Record<string, any>} change for `PATCH /me`
   */
  async changeMe(change) {
    const me = await this.api.patch('/me', change);
    const store = this.store.peek();
    if (store) store.me.value = me;
    showTheme(me.theme);
    if (me.language != language.peek()) await this.say([me.language]);
  }

  /** @type {(hello: import('../shared/feed.js').Frame, stop: AbortSignal) => Promise<Response>} */
  #follow = ({ after, sight }, stop) => {
    const place = new URLSearchParams({ after, ...(sight && { sight }) });
    return fetch(`/live/agent/stream?${place}`, { signal: stop, headers: { accept: 'text/event-stream' } });
  };

  /** @type {(frame: import('../shared/feed.js').Frame, stop: AbortSignal) => Promise<Response>} */
  #tell = (frame, stop) =>
    fetch('/live/agent/frame', {
      method: 'POST', signal: stop, body: JSON.stringify(frame),
      headers: { 'content-type': 'application/json', 'x-csrf-token': this.api.csrf() },
    });
}

/** @returns {string[]} what the person chose here before, then what the browser says */
function wanted() {
  return [remembered('esmero.language') || '', ...navigator.languages];
}

/**
 * @param {number} wait
 * @param {() => void} act
 */
function later(wait, act) {
  const timer = setTimeout(act, wait);
  return () => clearTimeout(timer);
}

const app = new App();
const place = /** @type {HTMLElement} */ (document.getElementById('app'));
listen();
app.start();
render(html`<${Room} app=${app} /><${Slow} /><${Announcer} />`, place);
