/** Something to know, in a sentence, with what can be done about it. */

import { html } from '../html.js';
import { Icon } from '../icons.js';

const SIGNS = { plain: 'info', soon: 'warning', late: 'warning', kept: 'tick', secret: 'lock' };

/**
 * @param {object} props
 * @param {keyof typeof SIGNS} [props.kind] `late` interrupts a screen reader, the others wait
 * @param {string} [props.title]
 * @param {any} [props.children]
 * @param {any} [props.action] a button
 */
export function Notice({ kind = 'plain', title, children, action }) {
  return html`
    <div class=${'notice ' + kind} role=${kind == 'late' ? 'alert' : 'status'}>
      <${Icon} name=${SIGNS[kind]} />
      <div class="notice-words">${title && html`<strong>${title}</strong>`}${children && html`<span>${children}</span>`}</div>
      ${action}
    </div>`;
}
