/** How a visitor's frames reach the desk, and what else of the browser the model needs. */

import { socket } from '../shared/socket.js';

/** @typedef {import('../shared/feed.js').Way} Way */

/**
 * @param {string} inbox its key
 * @param {() => {token: string | null, identity?: string}} who
 */
export function ways(inbox, who) {
  return [socket('/live/visitor'), later(() => import('./fallback.js').then(({ fallback }) => fallback(inbox, who)))];
}

/**
 * A way that is fetched when the one before it has failed.
 * @param {() => Promise<Way>} fetch
 * @returns {Way}
 */
function later(fetch) {
  return (hello, listener) => {
    /** @type {ReturnType<Way> | undefined} */
    let link;
    let over = false;
    fetch().then((way) => over || (link = way(hello, listener)), () => over || listener.closed(1006));
    return {
      // Nothing is sent before the welcome, which comes through the link itself.
      send: (frame) => link?.send(frame),
      close() {
        over = true;
        link?.close();
      },
    };
  };
}

/** @type {import('../shared/feed.js').Timers} */
export const timers = {
  now: () => Date.now(),
  after(wait, act) {
    const timer = setTimeout(act, wait);
    return () => clearTimeout(timer);
  },
};

/**
 * Tabs that come at the same moment do this one after the other, where the browser can: a frame that may not store
 * anything may not lock anything either.
 * @param {string} name
 * @returns {(work: () => Promise<void>) => void}
 */
export const oneByOne = (name) => (work) => {
  if (navigator.locks) navigator.locks.request(name, work).catch(work);
  else work();
};
