/** The door: signing in, the first administrator, and what one-time links lead to. */

import { html } from '../../shared/html.js';
import { language, t } from '../../shared/i18n.js';
import { LANGUAGES } from '../../shared/languages.js';
import { Forgotten } from './forgotten.js';
import { Invited, NewPassword } from './links.js';
import { Setup } from './setup.js';
import { SignIn } from './signin.js';

const PAGES = { signin: SignIn, setup: Setup, join: Invited, reset: NewPassword, forgotten: Forgotten };

/** @param {{app: import('../app.js').App, page: keyof typeof PAGES}} props */
export default function Door({ app, page }) {
  const Page = PAGES[page];
  return html`
    <main class="door">
      <span class="brand" lang="es">esmero</span>
      <div class="door-sheet"><${Page} app=${app} /></div>
      <${Languages} app=${app} />
    </main>`;
}

/** @param {{app: import('../app.js').App}} props */
function Languages({ app }) {
  return html`
    <nav class="door-foot" aria-label=${t('console-door-language')}>
      ${Object.entries(LANGUAGES).map(([code, name]) => html`
        <button key=${code} type="button" class="button bare" lang=${code} aria-pressed=${code == language.value} onClick=${() => app.say([code])}>${name}</button>`)}
    </nav>`;
}
