/** A promise as a small ring: how much of its time has gone. Its word, a time of day, stands beside it. */

import { html } from '../html.js';
import { Icon } from '../icons.js';

/**
 * @param {object} props
 * @param {number} props.part from 0, just promised, to 1, due
 * @param {'calm' | 'soon' | 'late' | 'kept'} props.state
 */
export function Ring({ part, state }) {
  if (state == 'kept') return html`<span class="ring kept"><${Icon} name="tick" /></span>`;
  const gone = Math.min(1, Math.max(0, part)) * 100;
  return html`
    <svg class=${'ring ' + state} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <circle cx="6" cy="6" r="4.6" pathLength="100" /><circle class="gone" cx="6" cy="6" r="4.6" pathLength="100" stroke-dasharray=${gone + ' 100'} />
    </svg>`;
}
