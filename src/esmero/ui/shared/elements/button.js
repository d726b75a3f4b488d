/** Buttons. One on a screen is `go`: the next step; `risky` undoes what can't be undone, and asks first. */

import { html } from '../html.js';
import { Icon } from '../icons.js';
import { Kbd } from './kbd.js';

/**
 * @param {object} props
 * @param {'' | 'go' | 'bare' | 'risky'} [props.kind]
 * @param {string} [props.icon]
 * @param {string} [props.keys] the shortcut, shown and not handled here
 * @param {boolean} [props.busy] working: stays in place, can't be pressed again, and says so
 * @param {any} [props.children]
 * @param {(event: MouseEvent) => void} [props.onClick]
 */
export function Button({ kind = '', icon, keys, busy = false, children, onClick, ...rest }) {
  return html`
    <button type="button" ...${rest} class=${`button ${kind} ${rest.class || ''}`} aria-disabled=${busy ? 'true' : rest['aria-disabled']}
      aria-busy=${busy ? 'true' : null} onClick=${busy ? stay : onClick}>
      ${icon && html`<${Icon} name=${icon} />`}${children}${keys && html`<${Kbd} keys=${keys} />`}
    </button>`;
}

/**
 * A sign alone, with its word as label and title.
 * @param {object} props
 * @param {string} props.icon
 * @param {string} props.label
 * @param {(event: MouseEvent) => void} [props.onClick]
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
