/** The room that the address leads to. Each is fetched when somebody first enters it. */

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { Button } from '../shared/elements/button.js';
import { html } from '../shared/html.js';
import { t } from '../shared/i18n.js';
import { path } from './router.js';
import { pageOf } from './routes.js';

/** @typedef {import('./app.js').App} App */

/** @type {Record<string, () => Promise<any>>} each module draws its room as its `default` */
const ROOMS = {
  desk: () => import('./desk/desk.js'),
  settings: () => import('./settings/settings.js'),
  patterns: () => import('./patterns/patterns.js'),
  door: () => import('./signin/door.js'),
};

const fetched = signal(/** @type {Record<string, any>} */ ({}));
const failed = signal(false);

/** @param {{app: App}} props */
export function Room({ app }) {
  const state = app.state.value;
  const page = pageOf(path.value);
  if (state == 'asking') return html`<${Waiting} />`;
  if (state == 'unreachable') return html`<${Unreachable} again=${() => app.start()} />`;
  if (page == 'patterns') return html`<${Fetched} room="patterns" app=${app} />`;
  const own = page == 'desk' || page == 'settings';
  if (own && app.store.value) return html`<${Fetched} room=${page} app=${app} />`;
  return html`<${Fetched} room="door" app=${app} page=${own ? 'signin' : page} />`;
}

/** @param {{room: string, app: App} & Record<string, any>} props */
function Fetched({ room, ...props }) {
  const Drawn = fetched.value[room];
  useEffect(() => {
    if (!Drawn) fetchRoom(room);
  }, [room]);
  if (Drawn) return html`<${Drawn} ...${props} />`;
  return failed.value ? html`<${Unreachable} again=${() => fetchRoom(room)} />` : html`<${Waiting} />`;
}

/** @param {string} room */
async function fetchRoom(room) {
  failed.value = false;
  try {
    const { default: drawn } = await ROOMS[room]();
    fetched.value = { ...fetched.peek(), [room]: drawn };
  } catch (error) {
    failed.value = true;
    console.error(error);
  }
}

/** Nothing is better than something that flickers: the sign appears after a moment. */
function Waiting() {
  return html`<div class="waiting" role="status"><span class="brand" aria-hidden="true">esmero</span><span class="unseen">${t('console-loading')}</span></div>`;
}

/** @param {{again: () => void}} props */
function Unreachable({ again }) {
  return html`
    <main class="door"><div class="door-sheet">
      <h1>${t('console-door-unreachable')}</h1>
      <p class="quiet">${t('console-door-unreachable-why')}</p>
      <${Button} kind="go" onClick=${again}>${t('console-again')}<//>
    </div></main>`;
}
