/** Above the composer: what one writes stands in place of a message that did not arrive. */

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';

/** @param {{composing: import('./composing.js').Composing}} props */
export function Replacing({ composing }) {
  if (composing.replacing.value === null) return null;
  return html`
    <p class="replacing" role="status">
      <${Icon} name="undo" /><span>${t('console-replacing')}</span>
      <button onClick=${() => (composing.replacing.value = null)}>${t('console-replacing-not')}</button>
    </p>`;
}
