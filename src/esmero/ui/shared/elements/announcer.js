/** What happened, said once: aloud to a screen reader, and as a line at the edge for those who look. */

import { signal } from '@preact/signals';

import { html } from '../html.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { IconButton } from './button.js';

const SHOWN_FOR = 6000;

/**
 * @typedef {{id: number, text: string, kind: '' | 'late', action?: {name: string, act: () => void}}} Toast
 */

const spoken = signal('');
const toasts = signal(/** @type {Toast[]} */ ([]));
let count = 0;

/**
 * Only for those who listen: what those who look can see anyhow.
 * @param {string} text
 */
export function announce(text) {
  // The same words twice are two events; a changed node is what makes a reader speak.
  spoken.value = text + (spoken.peek() == text ? '\u00a0' : '');
}

/**
 * For both. Stays six seconds; with an action, until it is dismissed, unless what it offers can be had elsewhere too.
 * @param {string} text
 * @param {{kind?: '' | 'late', action?: {name: string, act: () => void}, passes?: boolean}} [more] passes: goes by itself
 */
export function toast(text, { kind = '', action, passes = !action && kind != 'late' } = {}) {
  const id = (count += 1);
  toasts.value = [...toasts.peek(), { id, text, kind, action }].slice(-3);
  announce(text);
  if (passes) setTimeout(() => dismiss(id), action ? 2 * SHOWN_FOR : SHOWN_FOR);
}

/** @param {number} id */
function dismiss(id) {
  toasts.value = toasts.peek().filter((one) => one.id != id);
}

/** Stands once on each page. */
export function Announcer() {
  return html`
    <div class="unseen" role="status" aria-live="polite">${spoken.value}</div>
    ${toasts.value.length > 0 && html`<section class="toasts" aria-label=${t('shared-happened')}>${toasts.value.map((one) => html`<${Line} key=${one.id} one=${one} />`)}</section>`}`;
}

/** @param {{one: Toast}} props */
function Line({ one }) {
  const { text, kind, action } = one;
  return html`
    <div class=${'toast ' + kind}>
      <${Icon} name=${kind == 'late' ? 'warning' : 'tick'} /><span>${text}</span>
      ${action && html`<button type="button" class="button bare" onClick=${() => {
        dismiss(one.id);
        action.act();
      }}>${action.name}</button>`}
      <${IconButton} icon="cross" label=${t('shared-close')} onClick=${() => dismiss(one.id)} />
    </div>`;
}
