/** The second screen: who answers, what was said, and how the line is. */

import { html } from '../shared/html.js';
import { locale, t } from '../shared/i18n.js';
import { Composer } from './composer.js';
import { Emoji } from './emoji-button.js';
import { Face } from './face.js';
import { presence, times } from './hours.js';
import { Sign, learnSigns } from './signs.js';
import { Thread } from './thread.js';

learnSigns({
  cut: 'M2.5 7a9.5 9.5 0 0 1 2.7-1.8M8 4.3A9.5 9.5 0 0 1 15.5 7M5 9.8a6 6 0 0 1 1.7-1.1M11 8.6a6 6 0 0 1 2 1.2M9 13.2h.01M3 2.5l12 13',
  smile: 'M15.3 9A6.3 6.3 0 1 1 2.7 9a6.3 6.3 0 0 1 12.6 0zM6.3 10.8a3.3 3.3 0 0 0 5.4 0M6.8 7h.01M11.2 7h.01',
  back: 'M11 3.5L5.5 9l5.5 5.5',
  check: 'M3.5 9.5l3.5 3.5 7.5-8',
  wait: 'M15.3 9A6.3 6.3 0 1 1 2.7 9a6.3 6.3 0 0 1 12.6 0zM9 5.5V9l2.3 1.5',
  file: 'M5 2.5h5L14 6.5v9H5zM10 2.5v4h4',
});

/** @param {import('./types').Room} room */
export function Conversation(room) {
  return html`<${Body} ...${room} top=${html`<${Top} ...${room} />`} />`;
}

/** @param {import('./types').Room & {top: any}} room */
export function Body({ model, view, files, top }) {
  return html`
    <div class="room" ...${dropping(files)} data-drop=${t('talk-drop')}>
      ${top}
      <${Thread} ...${{ model, view }} shown=${view.shown.value} />
      <${Announcer} events=${model.latest.value} />
      <${Composer} ...${{ model, view, files, Emoji }} />
      <${Foot} model=${model} />
    </div>`;
}

/** @param {import('./types').Room} room */
function Top({ model, view, now, tell }) {
  const inbox = model.card.value;
  const { answering } = model.talk.value;
  const here = !!answering && inbox.people.some(({ id }) => id == answering.id);
  const [id, values] = presence(inbox, now, locale.value);
  return html`<header class="top">
    <button class="icon" aria-label=${t('talk-back')} onClick=${() => view.go('directory')}><${Sign} name="back" turned /></button>
    ${answering && html`<${Face} ...${answering} />`}
    <div class="who">
      <h1><bdi>${answering ? t('talk-answers', { name: answering.name }) : inbox.brand}</bdi></h1>
      <small>${here && id == 'here' ? t('talk-is-here') : t('widget-' + id, values)}</small>
    </div>
    ${!view.alone && html`<button class="icon" aria-label=${t('widget-close')} onClick=${() => tell('close')}><${Sign} name="close" /></button>`}
  </header>`;
}

/** A screen reader hears each of our messages once: who, when and what. */
function Announcer(/** @type {{events: import('./types').TalkEvent[]}} */ { events }) {
  const said = (/** @type {import('./types').TalkEvent} */ { by, at, text = '', files = [] }) =>
    t('talk-said', {
      name: by.name || '',
      time: times(at, locale.value).time,
      text: [text, ...files.map(({ name }) => name)].filter(Boolean).join(', '),
    });
  return html`<div class="unseen" aria-live="polite">${events.map((event) => html`<p key=${event.id}>${said(event)}</p>`)}</div>`;
}

/** How the line is, in a sentence that is true. */
function Foot(/** @type {any} */ { model }) {
  const state = model.line.state.value;
  const said = lineSaid(model, state);
  const cut = state == 'offline' || state == 'refused' || said == 'talk-delayed';
  return html`<footer class=${cut ? 'foot cut' : 'foot'}><${Sign} name=${cut ? 'cut' : 'lock'} /><p role="status">${t(said)}</p></footer>`;
}

/**
 * @param {any} model
 * @param {string} state
 */
function lineSaid({ outbox, known, keep }, state) {
  const lasting = outbox.lasting.value && keep.lasting();
  if (state == 'refused') return 'talk-refused';
  if (state == 'offline') return lasting ? 'talk-offline' : 'talk-offline-open';
  const waits = (/** @type {import('../shared/sending.js').Unsent} */ one) => one.state == 'pending' && one.refusal;
  if (state == 'live' && outbox.messages.value.some(waits)) return 'talk-delayed';
  if (state == 'live') return lasting || known.value ? 'talk-connected' : 'talk-unsure';
  return location.protocol == 'https:' ? 'widget-trust' : 'widget-trust-plain';
}

/**
 * Files may be dropped anywhere on the conversation.
 * @param {import('./types').Files} files
 */
function dropping(files) {
  const over = (/** @type {DragEvent} */ event, /** @type {boolean} */ on) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (event.currentTarget).classList.toggle('over', on);
  };
  return {
    onDragOver: (/** @type {DragEvent} */ event) => over(event, true),
    onDragLeave: (/** @type {DragEvent} */ event) => over(event, false),
    onDrop(/** @type {DragEvent} */ event) {
      over(event, false);
      files.add(event.dataTransfer?.files || []);
    },
  };
}
