/** A passage of a conversation that nobody said: a day, an assignment, a promise kept. A quiet line between turns. */

import { html } from '../html.js';

/** @param {{children: any, kind?: '' | 'new'}} props */
export function Fact({ children, kind = '' }) {
  return html`<p class=${'fact ' + kind}><span>${children}</span></p>`;
}
