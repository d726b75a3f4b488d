/** Says that the desk takes its time, wherever somebody waits for it: on the page, and in a dialog before the page. */

import { signal } from '@preact/signals';

import { html } from '../html.js';
import { t } from '../i18n.js';

/** Calls that have been under way for long. */
const waiting = signal(0);

/** @param {number} change one more, or one fewer */
export function isSlow(change) {
  waiting.value = Math.max(0, waiting.peek() + change);
}

/** The region is there before it speaks, or a screen reader wouldn't hear it. */
export function Slow() {
  return html`<p class=${'slow' + (waiting.value ? '' : ' unseen')} role="status">${waiting.value > 0 && t('shared-slow')}</p>`;
}
