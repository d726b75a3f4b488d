/** Files that leave with the message: on their way to the desk, there, or refused. */

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { sizeOf } from '../talk/files.js';

/** @param {{composing: import('./composing.js').Composing}} props */
export function Attached({ composing }) {
  const { kind, files } = composing.writing.value;
  const uploads = composing.uploads.value.filter((upload) => upload.kind === kind);
  if (!files[kind].length && !uploads.length) return null;
  return html`
    <ul class="attached">
      ${files[kind].map((file) => html`
        <li key=${file.id}><${Icon} name="paperclip" /><span class="clip"><bdi>${file.name}</bdi> <span class="quiet">${sizeOf(file.size)}</span></span>
          <${Off} name=${file.name} off=${() => composing.attach(files[kind].filter((other) => other !== file))} /></li>`)}
      ${uploads.map((upload) => html`
        <li key=${upload.key} class=${upload.reason && 'failed'}><${Icon} name=${upload.reason ? 'warning' : 'clock'} />
          <span class="clip" role="status">${upload.reason || t('console-uploading', { name: upload.name })}</span>
          <${Off} name=${upload.name} off=${() => composing.forget(upload.key)} /></li>`)}
    </ul>`;
}

/** @param {{name: string, off: () => void}} props */
function Off({ name, off }) {
  return html`<button onClick=${off} aria-label=${t('console-file-off', { name })}><${Icon} name="cross" /></button>`;
}
