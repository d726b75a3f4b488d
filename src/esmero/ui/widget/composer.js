/** Where the person writes: text, files and emoji. What they have begun outlives a reload. */

import { html } from '../shared/html.js';
import { number, t } from '../shared/i18n.js';
import { Sign } from './signs.js';
import { sizeOf } from './uploads.js';

/** @param {import('./types').Room & {first?: boolean}} room first: the box of the directory */
export function Composer({ model, view, files, first }) {
  const over = view.over();
  const ready = (view.draft.value.trim() || files.all.value.length) && over <= 0 && files.settled();
  const send = () => files.settled() && view.send(files.all.value.flatMap(({ shown }) => shown || [])) && files.take();
  return html`
    <form class="say" onSubmit=${(/** @type {Event} */ event) => (event.preventDefault(), send())}
      onPaste=${(/** @type {ClipboardEvent} */ event) => pasted(event, files)}>
      ${files.all.value.length > 0 && html`<ul class="files">${files.all.value.map((file) => html`<${Chip} key=${file.key} ...${{ file, files }} />`)}</ul>`}
      <div role="alert">${why(model, view, over)}</div>
      <div class="row">
        <textarea rows="1" dir="auto" enterkeyhint="send" aria-label=${t(first ? 'widget-box' : 'widget-message')}
          placeholder=${t(first ? 'widget-box' : 'widget-message')} value=${view.draft.value}
          onInput=${(/** @type {any} */ { target }) => (view.write(target.value), grow(target))}
          onKeyDown=${(/** @type {KeyboardEvent} */ event) => isSend(event) && (event.preventDefault(), send())}></textarea>
        ${model.card.value.files !== false && html`<${Attach} files=${files} />`}
        ${!first && html`<${Emoji} view=${view} />`}
        <button class="icon send" aria-label=${t('widget-send')} aria-disabled=${!ready}><${Sign} name="send" /></button>
      </div>
    </form>`;
}

/** @param {{files: import('./types').Files}} props */
function Attach({ files }) {
  const choose = (/** @type {any} */ { currentTarget }) => currentTarget.nextSibling.click();
  const take = (/** @type {any} */ { target }) => (files.add(target.files), (target.value = ''));
  return html`<button type="button" class="icon" aria-label=${t('widget-attach')} onClick=${choose}><${Sign} name="clip" /></button>
    <input type="file" multiple hidden onChange=${take} />`;
}

/** @param {any} props */
function Chip({ file, files }) {
  const { key, name, size, state, part } = file;
  const percent = number(part, { style: 'percent' });
  const label = state == 'leaving' ? t('widget-uploading', { name, percent }) : name;
  return html`<li class="chip ${state}" style=${{ '--part': state == 'there' ? '100%' : percentOf(part) }}>
    <span title=${label}>${name}</span>
    <small class="quiet">${state == 'leaving' ? percent : sizeOf(size, document.documentElement.lang)}</small>
    ${state == 'failed' && html`<button type="button" onClick=${files.again}>${t('widget-again')}</button>`}
    <button type="button" class="icon" aria-label=${t('widget-remove', { name })} onClick=${() => files.remove(key)}><${Sign} name="close" /></button>
  </li>`;
}

/** Emoji come when somebody wants one. */
function Emoji(/** @type {any} */ { view }) {
  return html`<button type="button" class="icon" aria-label=${t('widget-emoji')} aria-haspopup="true"
    onClick=${() => view.emoji()}><${Sign} name="smile" /></button>`;
}

/**
 * @param {any} model
 * @param {any} view
 * @param {number} over characters above what is allowed
 */
function why(model, view, over) {
  if (over > 0) return html`<p class="why">${t('widget-too-long', { over })}</p>`;
  if (!view.refused.value) return null;
  const { why: id, name, reason = '' } = view.refused.value;
  const { file = 0, files = 0 } = model.limits.value || {};
  const limit = id == 'many' ? files : sizeOf(file, document.documentElement.lang);
  return html`<p class="why">${t('widget-file-' + id, { name, reason, limit })}</p>`;
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

/** @param {number} part */
const percentOf = (part) => Math.round(part * 100) + '%';
