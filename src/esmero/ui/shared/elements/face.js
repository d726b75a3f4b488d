/** A person at a glance: initials on a tint that stays theirs. The name stands beside it, so it is for the eyes alone. */

import { html } from '../html.js';
import { Icon } from '../icons.js';
import { initials, tintOf } from '../names.js';

/**
 * @param {object} props
 * @param {string} props.name
 * @param {'small' | 'large' | ''} [props.size] 22, 32 or 44 px
 * @param {'available' | 'away' | 'offline' | ''} [props.presence] a dot at its corner; say it in words too
 */
export function Face({ name, size = '', presence = '' }) {
  return html`
    <span class=${'face ' + size} data-tint=${tintOf(name)} aria-hidden="true">
      ${initials(name) || html`<${Icon} name="person" />`}
      ${presence && html`<i class=${'light ' + presence}></i>`}
    </span>`;
}
