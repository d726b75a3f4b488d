/** A key as it stands on the person's keyboard. */

import { html } from '../html.js';

const APPLE = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform || '');

/**
 * @param {string} keys "Mod K", "Enter", "e": Mod is ⌘ or Ctrl
 * @returns {string} as it is shown
 */
export function shown(keys, apple = APPLE) {
  return keys.replace('Mod', apple ? '⌘' : 'Ctrl').replace('Enter', '↵').replace('Shift', '⇧');
}

/** @param {{keys: string}} props */
export function Kbd({ keys }) {
  return html`<kbd aria-hidden="true">${shown(keys)}</kbd>`;
}
