/**
 * A button with a list of things to do or choose (WAI-ARIA's menu button): arrow keys walk, a letter jumps, Enter
 * chooses, Escape closes and gives the focus back.
 */

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { html } from '../html.js';
import { Icon } from '../icons.js';
import { Kbd } from './kbd.js';
import { step } from './stepping.js';

/**
 * @typedef {object} Item
 * @property {string} name
 * @property {() => void} act
 * @property {string} [icon]
 * @property {string} [keys] the shortcut, shown and not handled here
 * @property {boolean} [chosen] true or false makes it a choice that can be on
 * @property {boolean} [risky]
 * @property {boolean} [apart] a line above it
 *
 * @param {object} props
 * @param {any} props.children what stands on the button
 * @param {Item[]} props.items
 * @param {string} [props.label] for a button without words
 * @param {string} [props.look] the button's classes
 * @param {'start' | 'end'} [props.align] the edge that it shares with its button
 * @param {boolean} [props.up] opens above
 * @param {string} [props.keys] aria-keyshortcuts
 * @param {string} [props.id] the button's
 */
export function Menu({ children, items, label, look = 'button', align = 'start', up = false, keys, id }) {
  const [open, setOpen] = useState(false);
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const list = useId();

  const entries = () => [.../** @type {NodeListOf<HTMLElement>} */ (root.current?.querySelectorAll('[role^="menuitem"]') || [])];
  const button = () => /** @type {HTMLElement | null} */ (root.current?.querySelector('button') || null);

  function close(back = true) {
    setOpen(false);
    if (back) button()?.focus();
  }

  useLayoutEffect(() => {
    if (!open) return;
    (entries().find((entry) => entry.ariaChecked == 'true') || entries()[0])?.focus();
    const outside = (/** @type {Event} */ event) => root.current?.contains(/** @type {Node} */ (event.target)) || close(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  /** @param {KeyboardEvent} event */
  function steer(event) {
    if (event.key == 'Escape') close();
    else if (event.key == 'Tab') return close(false);
    else {
      const all = entries();
      const next = step(event, all.indexOf(/** @type {HTMLElement} */ (document.activeElement)), all.map((entry) => entry.innerText));
      if (next === null) return;
      all[next]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event */
  function openBelow(event) {
    if (event.key != 'ArrowDown' && event.key != 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
  }

  return html`
    <div class=${`menu ${align} ${up ? 'up' : ''}`} ref=${root}>
      <button type="button" id=${id} class=${look} aria-haspopup="menu" aria-expanded=${open} aria-controls=${open ? list : null} aria-label=${label}
        title=${label} aria-keyshortcuts=${keys} onClick=${() => setOpen(!open)} onKeyDown=${openBelow}>${children}</button>
      ${open && html`
        <div class="menu-list" role="menu" id=${list} aria-label=${label} onKeyDown=${steer}>
          ${items.map((item) => html`<${Entry} key=${item.name} item=${item} close=${close} />`)}
        </div>`}
    </div>`;
}

/** @param {{item: Item, close: () => void}} props */
function Entry({ item, close }) {
  const choice = item.chosen !== undefined;
  return html`
    <button type="button" role=${choice ? 'menuitemradio' : 'menuitem'} aria-checked=${choice ? String(item.chosen) : null} tabindex="-1"
      class=${[item.risky && 'risky', item.apart && 'apart'].filter(Boolean).join(' ')}
      onClick=${() => {
        close();
        item.act();
      }}>
      ${choice ? html`<span class="mark">${item.chosen && html`<${Icon} name="tick" />`}</span>` : item.icon && html`<${Icon} name=${item.icon} />`}
      <span class="clip">${item.name}</span>${item.keys && html`<${Kbd} keys=${item.keys} />`}
    </button>`;
}
