/** What can go with the words, and the way out for them. */

import { useRef } from 'preact/hooks';

import { EmojiButton } from '../../../shared/elements/emoji.js';
import { html } from '../../../shared/html.js';
import { number, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { isEmpty, room } from './writing.js';

/** Characters before the limit at which it is told. */
const NEAR_LIMIT = 500;

/** @param {{desk: import('../state').Desk, composing: import('./composing.js').Composing, one: import('../types').Summary}} props */
export function Foot({ desk, composing, one }) {
  const chooser = useRef(/** @type {HTMLInputElement | null} */ (null));
  const limits = desk.store.limits.value;
  const writing = composing.writing.value;
  const left = room(writing, limits, one.reach);
  const nothing = isEmpty(writing) || left < 0 || composing.isUploading.value;
  return html`
    <footer>
      <input ref=${chooser} type="file" multiple hidden onChange=${(/** @type {any} */ { target }) => {
        composing.upload([...target.files], limits);
        target.value = '';
      }} />
      <button class="icon-button" aria-label=${t('console-attach')} title=${t('console-attach')} onClick=${() => chooser.current?.click()}><${Icon} name="paperclip" /></button>
      <${EmojiButton} up choose=${(/** @type {string} */ emoji) => insert(composing, emoji)} />
      ${left < NEAR_LIMIT && html`<span class=${'count' + (left < 0 ? ' late' : '')}>${number(left)}</span>`}
      <span class="send">
        ${writing.kind === 'reply' && one.status !== 'closed' && html`
          <button class="button bare words" disabled=${nothing} onClick=${() => desk.enter(composing, true)}>${t('console-send-close')}</button>`}
        <button class="button go" disabled=${nothing} onClick=${() => desk.enter(composing)}>
          ${t(writing.kind === 'reply' ? 'console-send' : 'console-add-note')}<kbd aria-hidden="true">↵</kbd>
        </button>
      </span>
    </footer>`;
}

/**
 * Where the cursor stands, and the cursor after it.
 * @param {import('./composing.js').Composing} composing
 * @param {string} emoji
 */
function insert(composing, emoji) {
  const field = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('.write textarea'));
  if (!field) return;
  field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
  const at = field.selectionEnd;
  composing.type(field.value);
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(at, at);
  });
}
