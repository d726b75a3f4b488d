/**
 * One browser's live connection. It says hello, comes back after every loss, asks for what it missed, and gives up only
 * when it is told to. What frames mean is not its business: `hello` says where to resume, `receive` takes what comes.
 */

import { signal } from '@preact/signals';

import { next } from './closing.js';

/** How long to wait for `welcome`. */
const WELCOME_WITHIN = 10_000;
/** A ping leaves when nothing else has left for so long; the server hangs up after 60 s. */
const SILENT = 25_000;
/** When nothing has come for so long, although we pinged, the line is dead and only looks alive. */
const DEAD = 45_000;
/** Networks that break WebSockets show it at once. */
const FAILURES_UNTIL_FALLBACK = 2;
const SOCKETS_AGAIN = 5 * 60_000;

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
  let way = 0;
  let fellBackAt = 0;
  let sentAt = 0;
  let heardAt = 0;
  let turn = 0;
  let cancel = () => {};

  function start() {
    if (running) return;
    running = true;
    failures = 0;
    connect();
  }

  function stop() {
    running = false;
    hangUp();
  }

  /** Doesn't wait for its turn: the person asks, or the network is back. */
  function now() {
    if (running && !link) connect();
  }

  /** Says hello anew, because what it would say has changed. */
  function restart() {
    running = true;
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
    return true;
  }

  function connect() {
    cancel();
    if (way && timers.now() - fellBackAt >= SOCKETS_AGAIN) way = 0;
    welcomed = false;
    sentAt = heardAt = timers.now();
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
    if (frame.t == 'welcome') welcome();
    if (frame.t != 'pong') receive(frame);
  }

  function welcome() {
    welcomed = true;
    failures = 0;
    state.value = 'live';
    watch();
  }

  /** Pings when we are silent, and hangs up when the other side is. */
  function watch() {
    cancel();
    cancel = timers.after(Math.max(0, sentAt + SILENT - timers.now()), () => {
      const at = timers.now();
      if (at - heardAt >= DEAD) return end(4408);
      // From the fallback back to a WebSocket, while all is well: nothing is lost, so nothing is said.
      if (way && at - fellBackAt >= SOCKETS_AGAIN) return restart();
      if (at - sentAt >= SILENT) send(ping());
      watch();
    });
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
    turn += 1;
    link = null;
    welcomed = false;
    cancel();
    if (failed) failures += 1;
    const { act, wait } = next(code, failures, random);
    if (act == 'stop') return refuse(code);
    if (failures >= FAILURES_UNTIL_FALLBACK) fallBack();
    state.value = failed ? 'offline' : 'connecting';
    cancel = timers.after(wait, connect);
    if (act == 'afresh') receive({ t: 'reset' });
  }

  /** @param {number} code */
  function refuse(code) {
    running = false;
    state.value = 'refused';
    refused?.(code);
  }

  function fallBack() {
    // Once round, in case the network that broke one way has since been changed for one that breaks the other.
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
