/** Files of a message: pictures as pictures, the rest by name and size. */

import { html } from '../../../shared/html.js';
import { number, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';

/** The desk recognised these by their bytes, and serves only these to be looked at. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** @param {{files: import('../types').FileShown[]}} props */
export function Files({ files }) {
  return html`<div class="files">${files.map((file) => html`<${File} key=${file.id} file=${file} />`)}</div>`;
}

/** @param {{file: import('../types').FileShown}} props */
function File({ file }) {
  const isPicture = PICTURES.has(file.type) && !!file.url;
  return html`
    <a class=${isPicture ? 'picture' : null} href=${file.url || null} target="_blank" rel="noopener noreferrer"
      aria-label=${t('console-file', { name: file.name, size: sizeOf(file.size) })}>
      ${isPicture
        ? html`<img src=${file.url} alt=${file.name} loading="lazy" decoding="async" />`
        : html`<${Icon} name="paperclip" /><span class="clip"><bdi>${file.name}</bdi><small>${sizeOf(file.size)}</small></span>`}
    </a>`;
}

/**
 * @param {number} bytes
 * @returns {string} "48 kB", "2.4 MB"
 */
export function sizeOf(bytes) {
  const large = bytes >= 1e6;
  const shown = large ? bytes / 1e6 : Math.max(bytes / 1e3, 1);
  return number(shown, { style: 'unit', unit: large ? 'megabyte' : 'kilobyte', maximumFractionDigits: large && shown < 10 ? 1 : 0 });
}
