/** The first screen: every way to reach the firm, with a box to write in on top. */

import { html } from '../shared/html.js';
import { language, list, locale, number, t } from '../shared/i18n.js';
import { nameOf } from '../shared/languages.js';
import { Composer } from './composer.js';
import { Face } from './face.js';
import { answeredBy, presence } from './hours.js';
import { Sign } from './signs.js';

/** Faces that are shown; the sentence beside them counts all. */
const FACES = 4;

/** @param {import('./types').Room} room */
export function Directory({ model, view, files, now, tell }) {
  const inbox = model.card.value;
  return html`
    <header class="hello">
      ${!view.alone && html`<button class="icon" aria-label=${t('widget-close')} onClick=${() => tell('close')}><${Sign} name="close" /></button>`}
      <div class="faces">${inbox.people.length ? inbox.people.slice(0, FACES).map((person) => html`<${Face} key=${person.id} ...${person} />`) : inbox.brand}</div>
      <h1><bdi>${inbox.greeting[language.value] || t('widget-greeting')}</bdi></h1>
      <p class="quiet">${peopleSaid(inbox)}</p>
    </header>
    <section class="ways" aria-label=${t('widget-ways')}>
      <${Chat} ...${{ model, view, files, now, inbox }} />
      ${inbox.ways.map((way) => SCHEMES[way.kind] && html`<${Way} key=${way.address} way=${way} />`)}
    </section>
    <footer class="foot"><${Sign} name="lock" /><p>${trust()}</p></footer>`;
}

/** @param {any} props */
function Chat({ model, view, files, now, inbox }) {
  const by = answeredBy(inbox, now);
  const talk = model.talk.value.conversation;
  const [id, values] = presence(inbox, now, locale.value);
  return html`<div class="way first">
    <span class="sign"><${Sign} name="chat" /></span>
    <b>${t(inbox.open ? 'widget-write' : 'widget-leave')}</b>
    ${by && html`<em>${minutes(by - now)}</em>`}
    <p class="quiet">${t('widget-' + id, values)} ${(model.keep.lasting() || model.known.value) && t('widget-waits')}</p>
    ${(!talk || talk.status == 'closed') && html`<${Composer} first ...${{ model, view, files }} />`}
    ${talk && html`<${Going} view=${view} />`}
  </div>`;
}

/** The way back into a conversation that is there already. */
function Going(/** @type {any} */ { view }) {
  return html`<button class="say going" onClick=${() => view.go('conversation')}>
    <span>${t('widget-continue')}</span>
    <${Sign} name="on" turned />
  </button>`;
}

/** @type {Record<string, string>} */
const SCHEMES = { phone: 'tel:', email: 'mailto:' };

/** @param {{way: import('./types').Way}} props */
function Way({ way: { kind, address: where = '', cost } }) {
  const short = !!cost && cost.length <= 16;
  return html`<a class="way" href=${SCHEMES[kind] + where}>
    <span class="sign"><${Sign} name=${kind} /></span>
    <b>${t('widget-' + kind)}</b>
    ${short && html`<em><bdi>${cost}</bdi></em>`}
    <p class="quiet"><bdi>${where}</bdi>${cost && !short && html` · <bdi>${cost}</bdi>`}</p>
  </a>`;
}

/** @param {import('./types').Inbox} inbox */
function peopleSaid({ people, languages }) {
  const others = languages.filter((code) => code != language.value).map((code) => nameOf(code, code));
  const here = people.length ? [t('widget-people', { count: people.length })] : [];
  return [...here, ...(others.length ? [t('widget-languages', { list: list(others) })] : [])].join(' ');
}

/** Only what holds for this connection. */
function trust() {
  return t(location.protocol == 'https:' ? 'widget-trust' : 'widget-trust-plain');
}

/** @param {number} length milliseconds */
function minutes(length) {
  return number(Math.max(1, Math.round(length / 60_000)), { style: 'unit', unit: 'minute', unitDisplay: 'short' });
}
