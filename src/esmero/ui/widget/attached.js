/** What files look like above the text that they will go with. Fetched with the first file. */

import { html } from '../shared/html.js';
import { locale, number, t } from '../shared/i18n.js';
import { attachments } from './attachments.js';
import { Sign } from './signs.js';
import { sizeOf } from './uploads.js';

export { attachments };

/** @param {any} room */
export function Attached({ model, view, files }) {
  const all = files.all.value;
  return html`
    ${all.length > 0 && html`<ul class="files">${all.map((/** @type {any} */ file) => html`<${Chip} key=${file.key} ...${{ file, files }} />`)}</ul>`}
    ${view.refused.value && html`<p class="why" role="alert">${whySaid(model, view.refused.value)}</p>`}`;
}

/** @param {{file: import('./attachments.js').Attachment, files: any}} props */
function Chip({ file: { key, name, size, state, part }, files }) {
  const { again, remove } = files.part.value;
  const percent = number(part, { style: 'percent' });
  const leaving = state == 'leaving';
  return html`<li class=${'chip ' + state} style=${{ '--part': state == 'there' ? '100%' : part * 100 + '%' }}>
    <span title=${leaving ? t('talk-uploading', { name, percent }) : name}>${name}</span>
    <small class="quiet">${leaving ? percent : sizeOf(size, locale.value)}</small>
    ${state == 'failed' && html`<button type="button" onClick=${again}>${t('talk-again')}</button>`}
    <button type="button" class="icon" aria-label=${t('talk-remove', { name })} onClick=${() => remove(key)}><${Sign} name="close" /></button>
  </li>`;
}

/**
 * @param {any} model
 * @param {{why: string, name: string, reason?: string}} refused
 */
function whySaid(model, { why, name, reason = '' }) {
  const { file = 0, files = 0 } = model.limits.value || {};
  return t('talk-file-' + why, { name, reason, limit: why == 'many' ? files : sizeOf(file, locale.value) });
}
