/** The page of one conversation, to which a link in a mail leads: its customer reads it there and goes on live. */

import { wakeUp } from '../shared/feed.js';
import { html, render } from '../shared/html.js';
import { address, language, speak, speakAlso, t } from '../shared/i18n.js';
import { files as filesOf } from '../widget/files.js';
import { keeper } from '../widget/keep.js';
import { signal, whenChanged } from '../widget/signal.js';
import { wear } from '../widget/theme.js';
import { viewing } from '../widget/view.js';
import { visitor } from '../widget/visitor.js';
import { oneByOne, timers, ways } from '../widget/ways.js';
import { Ended, Talk } from './screen.js';
import { keepingNoToken, linkIn, nothingKnown } from './link.js';

const AGAIN = 5000;

const link = linkIn(location.hash);
const now = signal(Date.now());

begin();
// Another link was pasted over this one's address.
addEventListener('hashchange', () => location.reload());

async function begin() {
  wear('', '');
  await patiently(() => speak('page', navigator.languages));
  await Promise.all(['widget', 'talk'].map((part) => patiently(() => speakAlso(part))));
  if (link) open(link);
  else draw(t('page-ended'), html`<${Ended} />`);
}

/** @param {{token: string, key: string}} link */
function open({ token, key }) {
  const keep = keepingNoToken(keeper(key), token);
  const model = visitor({
    inbox: nothingKnown(key), keep, storage: keep.storage, timers, tell() {},
    ways: (who) => ways(key, who),
    arrived() {
      view.arrived();
      view.go('conversation');
      address.value = model.card.value.address;
      files.restore().catch(files.forget);
    },
    alone: oneByOne('esmero.' + key),
  });
  const view = viewing(model, keep, true);
  const files = filesOf({
    keep,
    owner: () => ({ person: '', visitor: model.talk.value.visitor }),
    refused: view.refused,
    limits: () => model.limits.value,
    address: () => `/live/visitor/files?inbox=${key}`,
    who: model.who,
  });
  whenChanged(() => {
    view.proceed(files);
    files.remember();
    const ended = model.line.state.value == 'refused' && !model.talk.value.visitor;
    if (ended) draw(t('page-ended'), html`<${Ended} />`);
    else draw(model.card.value.brand, html`<${Talk} ...${{ model, view, files, now: now.value, tell() {} }} />`);
  });
  watch(model, view);
  model.start({ language: language.value });
}

/**
 * @param {string} title
 * @param {any} screen
 */
function draw(title, screen) {
  document.title = title;
  render(html`<main class="widget page" tabindex="-1">${screen}</main>`, document.body);
}

/**
 * @param {import('../widget/types').Room['model']} model
 * @param {import('../widget/types').Room['view']} view
 */
function watch(model, view) {
  setInterval(() => (now.value = Date.now()), 30_000);
  wakeUp(model.line);
  addEventListener('storage', model.outbox.elsewhere);
  document.addEventListener('visibilitychange', () => {
    now.value = Date.now();
    if (!document.hidden) view.mark();
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
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  }
}
