/** Asks why, before what came is given out as it came: whoever reads the conversation is told. */

import { useState } from 'preact/hooks';

import { Button } from '../../../shared/elements/button.js';
import { Dialog } from '../../../shared/elements/dialog.js';
import { Area } from '../../../shared/elements/field.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { wordsFor } from '../../words.js';

/** @param {{letters: import('./letters.js').Letters, source: number, close: () => void}} props */
export function Source({ letters, source, close }) {
  const [reason, write] = useState('');
  const [wrong, tell] = useState('');
  const [busy, work] = useState(false);
  async function open() {
    if (!reason.trim()) return tell(t('console-field-empty'));
    work(true);
    try {
      keep(await letters.source(source, reason.trim()), `source-${source}.eml`);
      close();
    } catch (error) {
      tell(wordsFor(error));
      work(false);
    }
  }
  const foot = html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" icon="download" busy=${busy} onClick=${open}>${t('console-source-go')}<//>`;
  return html`
    <${Dialog} title=${t('console-source-title')} close=${close} foot=${foot}>
      <p>${t('console-source-why')}</p>
      <${Area} label=${t('console-source-reason')} value=${reason} change=${write} error=${wrong} maxlength="500" rows="2" autofocus />
    <//>`;
}

/**
 * @param {Blob} bytes
 * @param {string} name
 */
function keep(bytes, name) {
  const url = URL.createObjectURL(bytes);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has begun by then; what it holds is let go.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
