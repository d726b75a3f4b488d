/** The pattern page: every small thing that screens are made of, with its states and its keys. For those who build. */

import { useEffect } from 'preact/hooks';

import { Menu } from '../../shared/elements/menu.js';
import { html } from '../../shared/html.js';
import { language, t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { LANGUAGES } from '../../shared/languages.js';
import { showTheme, shownTheme } from '../look.js';
import { DESK } from './desk.js';
import { FORMS } from './forms.js';
import { LOOK } from './look.js';
import { MOVING } from './moving.js';

/**
 * @typedef {object} Pattern
 * @property {string} name
 * @property {string} told what it is for
 * @property {string} [keys] its keyboard use
 * @property {() => any} draw its states
 */

/** @param {{app: import('../app.js').App}} props */
export default function Patterns({ app }) {
  useEffect(() => void (document.title = 'Patterns · Esmero'), []);
  return html`
    <main class="patterns">
      <header>
        <div lang="en"><h1>Patterns</h1><p class="quiet">What Esmero’s screens are made of. Use these; what is new appears here first.</p></div>
        <span class="acts"><${Languages} app=${app} /><${Themes} /></span>
      </header>
      ${[...LOOK, ...FORMS, ...MOVING, ...DESK].map((pattern) => html`<${Shown} key=${pattern.name} pattern=${pattern} />`)}
    </main>`;
}

/** @param {{pattern: Pattern}} props */
function Shown({ pattern }) {
  const { name, told, keys, draw: Draw } = pattern;
  return html`
    <section class="pattern">
      <div lang="en"><h2>${name}</h2><div class="told"><p>${told}</p>${keys && html`<p><${Icon} name="keyboard" label="Keyboard" /> ${keys}</p>`}</div></div>
      <div class="shown"><${Draw} /></div>
    </section>`;
}

/** @param {{app: import('../app.js').App}} props */
function Languages({ app }) {
  const items = Object.entries(LANGUAGES).map(([code, name]) => ({ name, chosen: code == language.value, act: () => void app.say([code]) }));
  return html`<${Menu} align="end" items=${items}><${Icon} name="language" />${LANGUAGES[/** @type {keyof typeof LANGUAGES} */ (language.value)]}<//>`;
}

function Themes() {
  const items = /** @type {const} */ (['system', 'light', 'dark']).map((theme) => ({ name: t('console-theme-' + theme), chosen: theme == shownTheme(), act: () => showTheme(theme) }));
  return html`<${Menu} align="end" items=${items}><${Icon} name="sun" />${t('console-set-theme')}<//>`;
}
