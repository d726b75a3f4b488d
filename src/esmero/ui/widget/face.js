/** A person at a glance: initials on a tint that stays theirs. The name stands beside it, so it is for the eyes alone. */

import { html } from '../shared/html.js';
import { initials, tintOf } from '../shared/names.js';

/** @param {{name: string}} props */
export function Face({ name }) {
  const tint = `--tint-${tintOf(name)}`;
  return html`<span class="face" aria-hidden="true" style=${{ background: `var(${tint})`, color: `var(${tint}-ink)` }}>${initials(name)}</span>`;
}
