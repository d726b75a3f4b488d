/** A customer's mailbox: the other side of the desk's mail. */

import { html, render } from '../../shared/html.js';
import { speak } from '../../shared/i18n.js';
import { Page } from './page.js';
import { look } from './store.js';

await speak('demo', [document.documentElement.lang]);
render(html`<${Page} />`, /** @type {HTMLElement} */ (document.getElementById('app')));
look();
