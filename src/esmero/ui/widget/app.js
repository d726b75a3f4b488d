/** The widget's frame: what it was given, what it is made of, and its one drawing. */

import { wakeUp } from '../shared/feed.js';
import { html, render } from '../shared/html.js';
import { address, language, speak, speakAlso } from '../shared/i18n.js';
import { Directory } from './directory.js';
import { files as filesOf } from './files.js';
import { keeper } from './keep.js';
import { settingsIn, shop } from './shop.js';
import { signal, whenChanged } from './signal.js';
import { wear } from './theme.js';
import { viewing } from './view.js';
import { visitor } from './visitor.js';
import { oneByOne, timers, ways } from './ways.js';

/** The page speaks right after it hears that we are ready; nobody waits longer for it. */
const PAGE_WITHIN = 500;

/** @type {import('./types').Inbox} */
const inbox = JSON.parse(document.getElementById('inbox')?.textContent || '');
const settings = settingsIn(location.hash);
const tell = shop(window.parent, settings.origin, hear);
const keep = keeper(inbox.key);
const model = visitor({
  inbox, keep, storage: keep.storage, timers, tell,
  ways: (who) => ways(inbox.key, who),
  arrived() {
    view.arrived();
    // Where its part can't be fetched now, the next welcome tries again.
    files.restore().catch(files.forget);
  },
  became(who, same) {
    view.become(who, same);
    if (!same) files.forget();
  },
  alone: oneByOne('esmero.' + inbox.key),
});
const view = viewing(model, keep, !settings.origin);
const files = filesOf({
  keep,
  owner: () => ({ person: model.person(), visitor: model.talk.value.visitor }),
  refused: view.refused,
  limits: () => model.limits.value,
  address: () => `/live/visitor/files?inbox=${inbox.key}`,
  who: model.who,
});
const now = signal(Date.now());
/** The conversation's own part is fetched while the person looks at the first screen. */
const conversation = signal(/** @type {any} */ (null));
let connected = false;
/** @type {unknown} */
let drawn;

begin();

async function begin() {
  address.value = inbox.address;
  wear(settings.origin ? settings.theme : '', inbox.accent);
  await learn(settings.language);
  whenChanged(() => {
    view.proceed(files);
    files.remember();
    draw();
  });
  draw();
  watch();
  tell('ready');
  setTimeout(connect, settings.origin ? PAGE_WITHIN : 0);
  const [part] = await Promise.all([patiently(() => import('./conversation.js')), patiently(dress), patiently(() => speakAlso('talk'))]);
  conversation.value = part.Conversation;
}

/** @returns {Promise<unknown>} once the conversation's style is here */
function dress() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = String(new URL('talk.css', import.meta.url));
  document.head.append(link);
  return new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));
}

function draw() {
  const screen = view.screen.value == 'directory' ? Directory : conversation.value;
  document.title = model.card.value.brand;
  const moved = screen != drawn;
  drawn = screen;
  render(html`<main class="widget" tabindex="-1">${screen && html`<${screen} ...${{ model, view, files, now: now.value, tell }} />`}</main>`, document.body);
  if (moved && view.shown.value && document.hasFocus()) focus();
}

function connect() {
  if (connected) return;
  connected = true;
  model.start({ language: language.value });
}

/** @param {any} asked by the shop's page, and checked */
function hear({ esmero, url, title, identity, language: tag }) {
  switch (esmero) {
    case 'page':
      model.said.page = { url, title };
      return connect();
    case 'identify':
      return model.identify(identity);
    case 'language':
      return learn(tag);
    case 'open':
      view.turn(true);
      return setTimeout(focus);
    case 'close':
      return view.turn(false);
  }
}

/**
 * The language of the shop's page, else the browser's, else what the people here speak.
 * @param {string} tag
 */
function learn(tag) {
  return patiently(() => speak('widget', [tag, ...navigator.languages, ...inbox.languages]));
}

/** On a phone the keyboard would cover what there is to read first. */
function focus() {
  const box = matchMedia('(pointer: fine)').matches && document.querySelector('textarea');
  /** @type {HTMLElement | null} */ (box || document.querySelector('main'))?.focus();
}

function watch() {
  setInterval(() => (now.value = Date.now()), 30_000);
  wakeUp(model.line);
  addEventListener('storage', model.outbox.elsewhere);
  document.addEventListener('visibilitychange', () => {
    now.value = Date.now();
    if (!document.hidden && view.shown.value) view.mark();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key == 'Escape' && !event.defaultPrevented) tell('close');
  });
}

/**
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>} once the desk answers
 */
async function patiently(ask) {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((done) => setTimeout(done, 5000));
    }
  }
}
