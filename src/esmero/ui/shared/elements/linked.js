/** What people wrote, with the addresses in it as links. */

import { html } from '../html.js';
import { parts } from '../links.js';

/** @param {string} text */
export function linked(text) {
  return parts(text).map(({ text: part, href }) => {
    if (!href) return part;
    return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow" title=${href}><bdi>${part}</bdi></a>`;
  });
}
