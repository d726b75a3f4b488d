/** How a visitor's frames reach the desk, and what else of the browser the model needs. */

import { socket, stream } from '../shared/links.js';

/**
 * @param {string} inbox its key
 * @param {() => {token: string | null, identity?: string}} who
 */
export function ways(inbox, who) {
  return [
    socket('/live/visitor'),
    stream({
      follow: (hello, signal) => post('/live/visitor/stream', hello, signal, {}),
      tell(frame, signal) {
        const { token, identity } = who();
        const headers = { Authorization: 'Bearer ' + token, 'X-Inbox': inbox };
        return post('/live/visitor/frame', frame, signal, identity ? { ...headers, 'X-Identity': identity } : headers);
      },
    }),
  ];
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

/**
 * @param {string} path
 * @param {object} frame
 * @param {AbortSignal} signal
 * @param {Record<string, string>} headers
 */
function post(path, frame, signal, headers) {
  const body = JSON.stringify(frame);
  return fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body, signal });
}
