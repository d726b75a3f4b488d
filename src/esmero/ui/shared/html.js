/** Markup as a tagged template: html`<p class="quiet">${text}</p>`. What is put in stays text. */

import htm from 'htm';
import { Fragment, h, render } from 'preact';

export const html = htm.bind(h);
export { Fragment, render };
