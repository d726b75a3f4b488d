/** Files of one's own that go with a mail: on their way to the desk, there, or refused. */

import { useRef, useState } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { wordsFor } from '../../words.js';
import { sizeOf } from '../talk/files.js';

/**
 * @typedef {{key: number, name: string, file: import('../types').FileShown | null, reason: string}} Upload
 * @typedef {ReturnType<typeof useUploads>} Hand
 */

let count = 0;

/**
 * @param {import('../../store.js').Store} store
 * @param {import('../types').FileShown[]} before files that the desk has already
 */
export function useUploads(store, before) {
  const [all, setAll] = useState(/** @type {() => Upload[]} */ (() => before.map((file) => ({ key: ++count, name: file.name, file, reason: '' }))));
  /** @param {Upload} upload */
  const keep = (upload) => setAll((before) => (before.some(({ key }) => key === upload.key) ? before.map((one) => (one.key === upload.key ? upload : one)) : before));
  /** @param {File} file */
  const add = async (file) => {
    const upload = { key: ++count, name: file.name, file: null, reason: '' };
    const { file: most } = store.limits.peek();
    if (!file.size) upload.reason = t('console-file-empty', { name: file.name });
    else if (file.size > most) upload.reason = t('console-file-large', { name: file.name, limit: sizeOf(most) });
    setAll((before) => [...before, upload]);
    if (upload.reason) return;
    try {
      keep({ ...upload, file: await store.api.post('/files?name=' + encodeURIComponent(file.name || 'file'), file) });
    } catch (error) {
      keep({ ...upload, reason: t('console-file-failed', { name: file.name, reason: wordsFor(error) }) });
    }
  };
  return {
    all, add,
    done: all.flatMap(({ file }) => file ?? []),
    isBusy: all.some(({ file, reason }) => !file && !reason),
    /** @param {number} key */
    drop: (key) => setAll((before) => before.filter((one) => one.key !== key)),
  };
}

/** @param {{uploads: Hand, limits: {files: number}}} props */
export function Uploads({ uploads, limits }) {
  const chooser = useRef(/** @type {HTMLInputElement | null} */ (null));
  const isFull = uploads.all.length >= limits.files;
  return html`
    <div class="uploads">
      <input ref=${chooser} type="file" multiple hidden onChange=${(/** @type {any} */ { target }) => {
        [...target.files].slice(0, limits.files - uploads.all.length).forEach(uploads.add);
        target.value = '';
      }} />
      <button type="button" class="button bare" disabled=${isFull} onClick=${() => chooser.current?.click()}><${Icon} name="paperclip" />${t('console-attach')}</button>
      <ul class="attached">
        ${uploads.all.map(({ key, name, file, reason }) => html`
          <li key=${key} class=${reason && 'failed'}><${Icon} name=${reason ? 'warning' : file ? 'paperclip' : 'clock'} />
            <span class="clip" role=${file ? null : 'status'}>${reason || (file ? name : t('console-uploading', { name }))}</span>
            <button type="button" onClick=${() => uploads.drop(key)} aria-label=${t('console-file-off', { name })}><${Icon} name="cross" /></button></li>`)}
      </ul>
    </div>`;
}
