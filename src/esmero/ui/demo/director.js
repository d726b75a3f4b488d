/** The director's panel: what can be made to happen, and what just did. */

import { signal } from '@preact/signals';

import { announce } from '../shared/elements/announcer.js';
import { Button } from '../shared/elements/button.js';
import { html } from '../shared/html.js';
import { language, number, t } from '../shared/i18n.js';
import { bring, facts, sent, shown, whose } from './facts.js';
import { windowsIn } from './pointing.js';

/** @typedef {{says: string, values: Record<string, string>, shows: string | null, mailbox: string | null, seconds: number | null}} Scene */

const LOOK_AGAIN_MS = 300;

const busy = signal('');
const scene = signal(/** @type {Scene | null} */ (null));
/** Whole seconds until the scene is over, where it ends by itself. */
const left = signal(0);
let ending = 0;

export function Director() {
  return html`
    <section class="director" id="director" data-shown=${String(shown.value == 'director')} aria-labelledby="director-title">
      <h2 id="director-title">${t('demo-director')}</h2>
      <div class="acts">
        ${facts.acts.map((act) => html`
          <${Button} key=${act} id=${'act-' + act} busy=${busy.value == act} onClick=${() => play(act)}>${t('demo-act-' + act)}<//>`)}
      </div>
      <${Told} />
    </section>`;
}

function Told() {
  if (!scene.value) return html`<p class="told">${t('demo-director-what')}</p>`;
  const { says, values, shows, mailbox } = scene.value;
  return html`
    <p class="told">
      ${t('demo-said-' + says, values)}
      ${left.value > 0 && html` <span class="figures">${t('demo-left', { seconds: number(left.value) })}</span>`}
      ${shows && html` <button class="link" onClick=${() => show(shows)}>${t('demo-see')}</button>`}
      ${mailbox && html` <button class="link" onClick=${() => openMailbox(mailbox)}>${t('demo-see-mailbox')}</button>`}
    </p>`;
}

/** @param {string} act */
async function play(act) {
  busy.value = act;
  try {
    const answer = await fetch(`/demo/acts/${act}?language=${language.value}`, { method: 'POST' });
    if (!answer.ok) throw new TypeError(`${answer.status}`);
    tell(await answer.json());
    if (act == 'reset') await begunAnew();
  } catch {
    tell({ says: 'failed', values: {}, shows: null, mailbox: null, seconds: null });
  } finally {
    busy.value = '';
  }
}

/** @param {Scene} happened */
function tell(happened) {
  clearInterval(ending);
  scene.value = happened;
  left.value = Math.ceil(happened.seconds || 0);
  announce(t('demo-said-' + happened.says, happened.values));
  if (left.value) ending = setInterval(countDown, 1000);
}

function countDown() {
  left.value -= 1;
  if (left.value > 0 || !scene.value) return;
  tell({ ...scene.value, says: scene.value.says + '-over', seconds: null });
  // A browser tells its pages when its own network is back; this line was cut at the other end, so we tell them.
  for (const one of windowsIn(document)) one.dispatchEvent(new Event('online'));
}

/** @param {string} page of the console */
function show(page) {
  sent.value = page;
  bring('console');
}

/** @param {string} language of whose it is */
function openMailbox(language) {
  whose.value = language;
  bring('mailbox');
}

/** Wait for the desk that is being made, then begin as it does: what the widget keeps belongs to the one that is gone. */
async function begunAnew() {
  for (;;) {
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
    const answer = await fetch('/demo/run').then((found) => found.json()).catch(() => null);
    if (answer && answer.run != facts.run) break;
  }
  localStorage.clear();
  sessionStorage.clear();
  location.reload();
}
