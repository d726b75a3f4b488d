/** Buttons. One on a screen is `go`: the next step; `risky` undoes what can't be undone, and asks first. */

import { html } from '../html.js';
import { Icon } from '../icons.js';
import { Kbd } from './kbd.js';

/**
 * @typedef {object} Props besides those of any button
 * @property {'' | 'go' | 'bare' | 'risky'} [kind]
 * @property {string} [icon]
 * @property {string} [keys] the shortcut, shown and not handled here
 * @property {boolean} [busy] working: stays in place, can't be pressed again, and says so
 * @property {any} [children]
 * @property {(event: MouseEvent) => void} [onClick]
 *
 * @param {Props & Record<string, any>} props
 */
export function Button({ kind = '', icon, keys, busy = false, children, onClick, ...rest }) {
  const off = busy || rest['aria-disabled'] == 'true';
  return html`
    <button type="button" ...${rest} class=${`button ${kind} ${rest.class || ''}`} aria-disabled=${off ? 'true' : null}
      aria-busy=${busy ? 'true' : null} onClick=${off ? stay : onClick}>
      ${icon && html`<${Icon} name=${icon} />`}${children}${keys && html`<${Kbd} keys=${keys} />`}
    </button>`;
}

/**
 * A sign alone, with its word as label and title.
 * @param {{icon: string, label: string, onClick?: (event: MouseEvent) => void} & Record<string, any>} props
 */
export function IconButton({ icon, label, ...rest }) {
  return html`
    <button type="button" title=${label} ...${rest} class=${`icon-button ${rest.class || ''}`} aria-label=${label}>
      <${Icon} name=${icon} />
    </button>`;
}

/** @param {Event} event */
function stay(event) {
  event.preventDefault();
}
