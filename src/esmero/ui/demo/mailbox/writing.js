/** A letter that is being written. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { draft, MOST_BYTES, owner, send, trouble } from './store.js';

export function Writing() {
  const begun = /** @type {import('./model.js').Draft} */ (draft.value);
  const [written, say] = useState(begun);
  const [files, enclose] = useState(/** @type {File[]} */ ([]));
  const [isBusy, work] = useState(false);
  const text = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const subject = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => beginIn(begun.answers ? text.current : subject.current), []);
  const put = (/** @type {keyof typeof begun} */ field) => (/** @type {any} */ event) => say({ ...written, [field]: event.target.value });
  const leave = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (isBusy) return;
    work(true);
    if (!(await send(written, files))) work(false);
  };
  return html`
    <form class="writing" aria-label=${t('demo-mail-write')} onSubmit=${leave} lang=${owner.value.language}>
      <label><span>${t('demo-mail-to')}</span><input type="text" value=${written.to} onInput=${put('to')} autocomplete="off" /></label>
      <label><span>${t('demo-mail-cc')}</span><input type="text" value=${written.cc} onInput=${put('cc')} autocomplete="off" /></label>
      <label><span>${t('demo-mail-subject')}</span><input type="text" ref=${subject} value=${written.subject} onInput=${put('subject')} autocomplete="off" /></label>
      <textarea ref=${text} aria-label=${t('demo-mail-text')} value=${written.text} onInput=${put('text')} rows="9"></textarea>
      <${Enclosed} files=${files} drop=${(/** @type {File} */ file) => enclose(files.filter((one) => one != file))} />
      ${trouble.value && html`<p class="trouble" role="alert"><${Icon} name="warning" />${trouble.value}</p>`}
      <footer>
        <button type="submit" class="go" aria-disabled=${isBusy ? 'true' : null}><${Icon} name="send" />${t('demo-mail-send')}</button>
        <${Attach} add=${(/** @type {File[]} */ more) => enclose([...files, ...more])} has=${files} />
        <button type="button" class="round" aria-label=${t('demo-mail-discard')} title=${t('demo-mail-discard')} onClick=${() => {
          trouble.value = '';
          draft.value = null;
        }}><${Icon} name="bin" /></button>
      </footer>
    </form>`;
}

/** The quotation stands below, so one begins above it. @param {HTMLInputElement | HTMLTextAreaElement | null} field */
function beginIn(field) {
  field?.focus({ preventScroll: true });
  field?.setSelectionRange(0, 0);
  field?.form?.scrollIntoView?.({ block: 'nearest' });
}

/** @param {{files: File[], drop: (file: File) => void}} props */
function Enclosed({ files, drop }) {
  if (!files.length) return null;
  return html`
    <ul class="files">
      ${files.map((file, place) => html`
        <li key=${place}><span><${Icon} name="paperclip" /><bdi>${file.name}</bdi></span>
          <button type="button" class="round" aria-label=${t('demo-mail-drop', { name: file.name })} onClick=${() => drop(file)}><${Icon} name="cross" /></button></li>`)}
    </ul>`;
}

/** @param {{add: (files: File[]) => void, has: File[]}} props */
function Attach({ add, has }) {
  const choose = (/** @type {any} */ { currentTarget }) => {
    const more = [...currentTarget.files];
    currentTarget.value = '';
    const isTooMuch = [...has, ...more].reduce((sum, file) => sum + file.size, 0) > MOST_BYTES;
    trouble.value = isTooMuch ? t('demo-mail-too-large') : '';
    if (!isTooMuch) add(more);
  };
  return html`
    <label class="round attach" title=${t('demo-mail-attach')}><${Icon} name="paperclip" /><span class="unseen">${t('demo-mail-attach')}</span>
      <input type="file" multiple onChange=${choose} />
    </label>`;
}
