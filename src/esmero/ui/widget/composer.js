/** Where the person writes: text, files and emoji. What they have begun outlives a reload. */

import { html } from '../shared/html.js';
import { t } from '../shared/i18n.js';
import { Sign } from './signs.js';

/** @param {import('./types').Room & {first?: boolean, Emoji?: any}} room first: the box of the directory, without emoji */
export function Composer({ model, view, files, first, Emoji }) {
  const over = view.over();
  const ready = (view.draft.value.trim() || files.all.value.length) && over <= 0;
  const send = () => view.send(files);
  const { Attached } = files.part.value || {};
  return html`
    <form class="say" onSubmit=${(/** @type {Event} */ event) => (event.preventDefault(), send())}
      onPaste=${(/** @type {ClipboardEvent} */ event) => pasted(event, files)}>
      ${Attached && html`<${Attached} ...${{ model, view, files }} />`}
      ${over > 0 && html`<p class="why" role="alert">${t('widget-too-long', { over })}</p>`}
      <div class="row">
        <textarea rows="1" dir="auto" enterkeyhint="send" aria-label=${t(first ? 'widget-box' : 'widget-message')}
          placeholder=${t(first ? 'widget-box' : 'widget-message')} value=${view.draft.value}
          onInput=${(/** @type {any} */ { target }) => (view.write(target.value), grow(target))}
          onKeyDown=${(/** @type {KeyboardEvent} */ event) => isSend(event) && (event.preventDefault(), send())}></textarea>
        ${model.card.value.files !== false && html`<${Attach} files=${files} types=${model.limits.value?.types} />`}
        ${Emoji && html`<${Emoji} view=${view} />`}
        <button class="icon send" aria-label=${t('widget-send')} aria-disabled=${!ready} aria-busy=${view.leaving.value}><${Sign} name="send" /></button>
      </div>
    </form>`;
}

/** @param {{files: import('./types').Files, types?: string[]}} props */
function Attach({ files, types }) {
  const choose = (/** @type {any} */ { currentTarget }) => currentTarget.nextSibling.click();
  const take = (/** @type {any} */ { target }) => (files.add(target.files), (target.value = ''));
  return html`<button type="button" class="icon" aria-label=${t('widget-attach')} onClick=${choose}><${Sign} name="clip" /></button>
    <input type="file" multiple hidden accept=${types?.join() || null} onChange=${take} />`;
}

/**
 * Enter sends where there is a keyboard; a phone's Enter begins a line. While a word is being composed (Devanagari,
 * Japanese) Enter belongs to the word.
 * @param {KeyboardEvent} event
 */
function isSend(event) {
  const composing = event.isComposing || event.keyCode == 229;
  return event.key == 'Enter' && !event.shiftKey && !event.altKey && !composing && !matchMedia('(pointer: coarse)').matches;
}

/**
 * @param {ClipboardEvent} event
 * @param {import('./types').Files} files
 */
function pasted(event, files) {
  const given = event.clipboardData?.files;
  if (!given?.length) return;
  event.preventDefault();
  files.add(given);
}

/**
 * For browsers without `field-sizing`.
 * @param {HTMLTextAreaElement} box
 */
function grow(box) {
  if (CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = box.scrollHeight + 'px';
}
