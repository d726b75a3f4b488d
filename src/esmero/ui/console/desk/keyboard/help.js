/** All keys, and the switch for those of one letter. */

import { Dialog } from '../../../shared/elements/dialog.js';
import { Check } from '../../../shared/elements/field.js';
import { shown } from '../../../shared/elements/kbd.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { LETTERS } from './keys.js';

/** @type {[string, string][]} */
const OTHERS = [['jump', 'Mod K'], ['send', 'Enter'], ['line', 'Shift Enter'], ['back', 'Esc']];

/** @param {{desk: import('../state').Desk, close: () => void}} props */
export function Help({ desk, close }) {
  return html`
    <${Dialog} title=${t('console-keys')} close=${close}>
      <dl class="keys-table">
        ${[...LETTERS, ...OTHERS].map(([intent, key]) => html`<dt key=${intent}><kbd>${shown(key)}</kbd></dt><dd>${t('console-key-' + intent)}</dd>`)}
      </dl>
      <${Check} label=${t('console-letters')} hint=${t('console-letters-why')} value=${desk.letters.value} change=${(/** @type {boolean} */ on) => desk.useLetters(on)} />
    <//>`;
}
