/** The few signs of the first screen, on a field of 18. The console's set is many times as heavy. */

import { html } from '../shared/html.js';

/** @type {Record<string, string>} */
const PATHS = {
  chat: 'M3 5.2A2.2 2.2 0 0 1 5.2 3h7.6A2.2 2.2 0 0 1 15 5.2v4.6a2.2 2.2 0 0 1-2.2 2.2H8l-3.5 2.8V12A2.2 2.2 0 0 1 3 9.8z',
  email: 'M4.2 4h9.6A1.7 1.7 0 0 1 15.5 5.7v6.6A1.7 1.7 0 0 1 13.8 14H4.2A1.7 1.7 0 0 1 2.5 12.3V5.7A1.7 1.7 0 0 1 4.2 4zM3 5l6 5 6-5',
  phone: 'M6 3l1.3 3.2-1.7 1.4c.9 2.1 2.5 3.7 4.7 4.7l1.5-1.7 3.2 1.3v2.2c0 .8-.6 1.3-1.4 1.2C7.8 15 3 10.2 2.7 4.4c0-.8.5-1.4 1.2-1.4z',
  lock: 'M5.7 8h6.6A1.7 1.7 0 0 1 14 9.7v3.6a1.7 1.7 0 0 1-1.7 1.7H5.7A1.7 1.7 0 0 1 4 13.3V9.7A1.7 1.7 0 0 1 5.7 8zM6.2 8V5.8a2.8 2.8 0 0 1 5.6 0V8',
  clip: 'M12.5 7.5l-4.6 4.6a2 2 0 0 1-2.8-2.8L10 4.4A3.3 3.3 0 0 1 14.6 9l-5 5',
  send: 'M9 15V3.5M4 8.5l5-5 5 5',
  close: 'M4.5 4.5l9 9M13.5 4.5l-9 9',
  on: 'M7 3.5L12.5 9 7 14.5',
};

/** @param {Record<string, string>} more those of a part that came later */
export const learnSigns = (more) => void Object.assign(PATHS, more);

/**
 * @param {{name: string, turned?: boolean}} props turned: mirrored where one reads from the right
 */
export function Sign({ name, turned }) {
  const d = PATHS[name];
  return html`<svg viewBox="0 0 18 18" aria-hidden="true" class=${turned && 'turned'}><path d=${d} /></svg>`;
}
