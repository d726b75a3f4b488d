/** The demo's page: a shop with the widget, the console of an agent, and a director who makes things happen. */

import { html, render } from '../shared/html.js';
import { speak } from '../shared/i18n.js';
import { Page } from './page.js';

await speak('demo', navigator.languages);
render(html`<${Page} />`, /** @type {HTMLElement} */ (document.getElementById('app')));
