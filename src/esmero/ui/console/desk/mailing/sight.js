/** Who sees whom, in a sentence: what one should know before a mail leaves. */

import { html } from '../../../shared/html.js';
import { list, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { sight } from './mailing-form.js';

/** @param {{fields: {to: string, cc: string, bcc: string}}} props */
export function Sight({ fields }) {
  const { seen, unseen } = sight(fields);
  if (seen.length < 2 && !unseen.length) return null;
  return html`
    <p class="hint sight">
      <${Icon} name="eye" />
      <span>
        ${seen.length > 1 && t('console-sight-seen', { names: list(seen) })}
        ${unseen.length > 0 && html`${' '}${t('console-sight-unseen', { names: list(unseen), count: unseen.length })}`}
      </span>
    </p>`;
}
