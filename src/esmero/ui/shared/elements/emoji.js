/** A few emoji that one uses with a customer; a keyboard has all the others. The list is fetched when somebody wants it. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { html } from '../html.js';
import { t } from '../i18n.js';
import { IconButton } from './button.js';

/**
 * A button that opens them: arrow keys walk, Enter takes one, Escape goes back to the button.
 * @param {{choose: (emoji: string) => void, up?: boolean}} props
 */
export function EmojiButton({ choose, up = false }) {
  const [emoji, setEmoji] = useState(/** @type {string[] | null} */ (null));
  const root = useRef(/** @type {HTMLSpanElement | null} */ (null));

  function close() {
    setEmoji(null);
    root.current?.querySelector('button')?.focus();
  }

  async function turn() {
    if (emoji) return close();
    const { EMOJI } = await import('../emoji-list.js');
    setEmoji(EMOJI);
  }

  useEffect(() => {
    if (!emoji) return;
    const outside = (/** @type {Event} */ event) => root.current?.contains(/** @type {Node} */ (event.target)) || setEmoji(null);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [emoji]);

  return html`
    <span class=${'menu' + (up ? ' up' : '')} ref=${root}>
      <${IconButton} icon="smile" label=${t('shared-emoji')} aria-haspopup="true" aria-expanded=${!!emoji} onClick=${turn} />
      ${emoji && html`<${Grid} emoji=${emoji} close=${close} choose=${(/** @type {string} */ one) => {
        choose(one);
        close();
      }} />`}
    </span>`;
}

/** @param {{emoji: string[], choose: (emoji: string) => void, close: () => void}} props */
function Grid({ emoji, choose, close }) {
  const grid = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [at, setAt] = useState(0);
  useEffect(() => /** @type {HTMLElement | undefined} */ (grid.current?.children[at])?.focus(), [at]);

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const box = grid.current;
    if (!box) return;
    const across = getComputedStyle(box).gridTemplateColumns.split(' ').length;
    const next = walked(event.key, at, emoji.length, across, document.dir == 'rtl');
    if (event.key == 'Escape') close();
    else if (next !== null) setAt(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return html`
    <div class="menu-list emoji" role="group" aria-label=${t('shared-emoji')} ref=${grid} onKeyDown=${walk}>
      ${emoji.map((one, place) => html`<button key=${one} type="button" tabindex=${place == at ? 0 : -1} onClick=${() => choose(one)}>${one}</button>`)}
    </div>`;
}

/**
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @param {number} across how many stand in a row
 * @param {boolean} fromRight
 * @returns {number | null} null if the key leads nowhere
 */
export function walked(key, at, count, across, fromRight = false) {
  const on = fromRight ? -1 : 1;
  const step = { ArrowRight: on, ArrowLeft: -on, ArrowDown: across, ArrowUp: -across }[key];
  if (key == 'Home') return 0;
  if (key == 'End') return count - 1;
  if (!step) return null;
  const next = at + step;
  return next >= 0 && next < count ? next : at;
}
