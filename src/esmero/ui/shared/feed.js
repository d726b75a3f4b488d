/**
 * One browser's live connection. It says hello, comes back after every loss, asks for what it missed, and gives up only
 * when it is told to. What frames mean is not its business: `hello` says where to resume, `receive` takes what comes.
 */

import { signal } from '@preact/signals';

import { blamesTheNetwork, next } from './closing.js';

/** How long to wait for `welcome`. */
const WELCOME_WITHIN = 10_000;
/** A ping leaves when either side has been silent for so long; the server hangs up after 60 s. */
const SILENT = 25_000;
/** When nothing at all has come for so long after what is always answered, the line is dead and only looks alive. */
const ANSWER_WITHIN = 15_000;
const ANSWERED = new Set(['message', 'ping']);
/** Networks that break WebSockets show it at once. */
const FAILURES_UNTIL_FALLBACK = 2;
const SOCKETS_AGAIN = 5 * 60_000;
/** The desk's own close code for a defect of its own. It comes back after a welcome, with what brought it on. */
const DEFECT = 4500;
/** A connection that held for so long has nothing to do with earlier defects. */
const HELD = 15 * 60_000;

/**
 * @typedef {'connecting' | 'live' | 'offline' | 'refused'} State
 *   connecting: trying, and nothing has failed since the last time we were live; offline: the last attempt
 *   failed; refused: we were told not to come again
 * @typedef {Record<string, any> & {t: string}} Frame
 *
 * @typedef {object} Link a connection that was opened
 * @property {(frame: Frame) => void} send
 * @property {() => void} close
 *
 * @typedef {object} Listener
 * @property {(frame: Frame) => void} frame
 * @property {(code: number) => void} closed once, and nothing after it
 *
 * @typedef {(hello: Frame, listener: Listener) => Link} Way opens a link; hello leaves as soon as it is open
 *
 * @typedef {object} Timers
 * @property {() => number} now
 * @property {(wait: number, act: () => void) => () => void} after answers with how to call it off
 */

/**
 * @param {object} options
 * @param {Way[]} options.ways the best first; the others are tried when it fails
 * @param {() => Frame} options.hello made anew for each connection, with the position to resume after
 * @param {(frame: Frame) => void} options.receive every frame but `pong`; `{t: 'reset'}` also when rights have changed
 * @param {() => Frame} [options.ping]
 * @param {(code: number) => void} [options.refused] told when the server says not to come again: 4401 or 4403
 * @param {Timers} [options.timers]
 * @param {() => number} [options.random]
 */
export function feed({ ways, hello, receive, ping = () => ({ t: 'ping' }), refused, timers = ours(), random }) {
  const state = signal(/** @type {State} */ ('connecting'));
  /** @type {Link | null} */
  let link = null;
  let welcomed = false;
  let running = false;
  let failures = 0;
  /** Failures of this way in a row that speak against the network. */
  let broken = 0;
  let defects = 0;
  let welcomedAt = 0;
  let way = 0;
  let fellBackAt = 0;
  let sentAt = 0;
  let heardAt = 0;
  /** Since when the server owes us an answer; 0 when it owes none. */
  let owedSince = 0;
  /** Until then the server wants to be left alone. */
  let notBefore = 0;
  let turn = 0;
  let cancel = () => {};

  function start() {
    if (running) return;
    running = true;
    failures = broken = defects = 0;
    state.value = 'connecting';
    connect();
  }

  function stop() {
    running = false;
    hangUp();
  }

  /** The person asks, or the network came or went: doesn't wait for its turn, and looks whether an open line still lives. */
  function now() {
    if (welcomed) send(ping());
    else if (running && !link && timers.now() >= notBefore) connect();
  }

  /** Says hello anew, because what it would say has changed. */
  function restart() {
    running = true;
    if (state.value == 'refused') state.value = 'connecting';
    hangUp();
    connect();
  }

  /**
   * @param {Frame} frame
   * @returns {boolean} whether it has left; what has not is the caller's to keep
   */
  function send(frame) {
    if (!link || !welcomed) return false;
    sentAt = timers.now();
    link.send(frame);
    if (ANSWERED.has(frame.t) && !owedSince) {
      owedSince = sentAt;
      watch();
    }
    return true;
  }

  function connect() {
    cancel();
    if (way && timers.now() - fellBackAt >= SOCKETS_AGAIN) way = 0;
    welcomed = false;
    sentAt = heardAt = timers.now();
    owedSince = 0;
    cancel = timers.after(WELCOME_WITHIN, () => end(4408));
    link = open(++turn);
  }

  /** @param {number} mine what comes from an earlier link is no longer heard */
  function open(mine) {
    try {
      return ways[way](hello(), {
        frame: (frame) => mine == turn && heard(frame),
        closed: (code) => mine == turn && lost(code),
      });
    } catch {
      // A page whose rules forbid the address throws instead of closing.
      cancel();
      cancel = timers.after(0, () => lost(1006));
      return null;
    }
  }

  /** @param {Frame} frame */
  function heard(frame) {
    heardAt = timers.now();
    owedSince = 0;
    if (frame.t == 'welcome') welcome();
    if (frame.t != 'pong') receive(frame);
  }

  function welcome() {
    welcomed = true;
    welcomedAt = timers.now();
    failures = broken = 0;
    state.value = 'live';
    watch();
  }

  /** Pings after silence, and hangs up where an answer stays away. */
  function watch() {
    cancel();
    cancel = timers.after(Math.max(0, due() - timers.now()), () => {
      const at = timers.now();
      if (at < due()) return watch();
      if (owedSince) return end(4408);
      // From the fallback back to a WebSocket, while all is well: nothing is lost, so nothing is said.
      if (way && at - fellBackAt >= SOCKETS_AGAIN) return restart();
      send(ping());
    });
  }

  /** When something has to be done if nothing happens until then. */
  function due() {
    return owedSince ? owedSince + ANSWER_WITHIN : Math.min(sentAt, heardAt) + SILENT;
  }

  /** @param {number} code */
  function end(code) {
    const ended = link;
    lost(code);
    ended?.close();
  }

  /** @param {number} code */
  function lost(code) {
    const failed = !welcomed;
    if (welcomed && timers.now() - welcomedAt >= HELD) defects = 0;
    if (code == DEFECT) defects += 1;
    turn += 1;
    link = null;
    welcomed = false;
    cancel();
    if (failed) failures += 1;
    const { act, wait, firm } = next(code, code == DEFECT ? defects : failures, random);
    if (act == 'stop') return refuse(code);
    if (failed && blamesTheNetwork(code)) fallBack();
    notBefore = firm ? timers.now() + wait : 0;
    state.value = failed || code == DEFECT ? 'offline' : 'connecting';
    cancel = timers.after(wait, connect);
    if (act == 'afresh') receive({ t: 'reset' });
  }

  /** @param {number} code */
  function refuse(code) {
    running = false;
    state.value = 'refused';
    refused?.(code);
  }

  /** One more failure of this way. The fallback gets one attempt: where it fails too, it is the desk that is away. */
  function fallBack() {
    broken += 1;
    if (broken < FAILURES_UNTIL_FALLBACK && !way) return;
    broken = 0;
    way = (way + 1) % ways.length;
    if (way) fellBackAt = timers.now();
  }

  function hangUp() {
    cancel();
    turn += 1;
    const ended = link;
    link = null;
    welcomed = false;
    ended?.close();
  }

  return { state, start, stop, now, restart, send };
}

/**
 * Connects at once when the network comes back or somebody looks at the page again; timers sleep with the machine.
 * @param {{now: () => void}} feed
 */
export function wakeUp(feed) {
  addEventListener('online', feed.now);
  addEventListener('offline', feed.now);
  addEventListener('pageshow', feed.now);
  document.addEventListener('visibilitychange', () => document.hidden || feed.now());
}

/** @returns {Timers} the browser's */
function ours() {
  return {
    now: () => Date.now(),
    after(wait, act) {
      const timer = setTimeout(act, wait);
      return () => clearTimeout(timer);
    },
  };
}
