/** The visitor's way to the desk where a network breaks WebSockets. Fetched when that has shown. */

import { stream } from '../shared/stream.js';

/**
 * @param {string} inbox its key
 * @param {() => {token: string | null, identity?: string}} who
 */
export function fallback(inbox, who) {
  return stream({
    follow: (hello, signal) => post('/live/visitor/stream', hello, signal, {}),
    tell(frame, signal) {
      const { token, identity } = who();
      const headers = { Authorization: 'Bearer ' + token, 'X-Inbox': inbox };
      return post('/live/visitor/frame', frame, signal, identity ? { ...headers, 'X-Identity': identity } : headers);
    },
  });
}

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
