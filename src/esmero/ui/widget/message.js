/** One line of the conversation: a day, a quiet passage, a message. */

import { linked } from '../shared/elements/linked.js';
import { html } from '../shared/html.js';
import { locale, says, t } from '../shared/i18n.js';
import { calendarDays, times } from './hours.js';
import { Sign } from './signs.js';
import { sizeOf } from './uploads.js';

/**
 * @param {object} props
 * @param {import('./types').Line} props.line
 * @param {any} props.model
 * @param {boolean} props.marked its state is worth a word
 * @param {boolean | undefined} props.fresh it came while one looked
 */
export function Line({ line, model, marked, fresh }) {
  switch (line.kind) {
    case 'day':
      return html`<p class="fact">${daySaid(line.at)}</p>`;
    case 'unread':
      return html`<p class="fact new">${t('talk-new')}</p>`;
    case 'fact':
      return html`<p class="fact">${t('talk-' + line.what, { name: line.name })}</p>`;
    default:
      return html`<${Message} ...${{ line, model, marked, fresh }} />`;
  }
}

/** @param {{line: import('./types').Said, model: any, marked: boolean, fresh?: boolean}} props */
function Message({ line, model, marked, fresh }) {
  const { mine, text, files, first, state, name, at } = line;
  const shown = times(at, locale.value).time;
  return html`<article class=${['message', state, mine && 'mine', first && 'begins', fresh && 'arrives'].filter(Boolean).join(' ')} aria-label=${`${mine ? t('talk-you') : name}, ${shown}`}>
    ${!mine && first && name && html`<span class="name" aria-hidden="true"><bdi>${name}</bdi> · ${shown}</span>`}
    ${text === null && html`<p class="bubble gone">${t('talk-erased')}</p>`}
    ${text && html`<p class="bubble" title=${shown}>${linked(text)}</p>`}
    ${files.map((file) => html`<${File} key=${file.id} file=${file} />`)}
    ${mine && (marked || ['refused', 'held', 'kept'].includes(state)) && html`<${Mark} ...${{ line, model, shown }} />`}
  </article>`;
}

/** How far a message of the customer has come. */
function Mark(/** @type {{line: import('./types').Said, model: any, shown: string}} */ { line: { state, key, text, reason, why, lost }, model, shown }) {
  if (state == 'refused' || state == 'held') {
    const held = state == 'held';
    const known = 'talk-why-' + why?.replaceAll('_', '-');
    return html`<p class=${held ? 'mark held' : 'mark failed'}>
      <span>${t(held ? 'talk-held' : 'talk-failed')} ${lost ? t('talk-lost') : says(known) ? t(known) : reason}</span>
      ${(text || !lost) && html`<button onClick=${() => model.retry(key)}>${t(held ? 'widget-send' : 'talk-again')}</button>`}
      <button onClick=${() => model.outbox.discard(key)}>${t('talk-discard')}</button>
    </p>`;
  }
  return html`<p class="mark"><${Sign} name=${state == 'kept' ? 'wait' : 'check'} />${t('talk-' + state, { time: shown })}</p>`;
}

/** @param {{file: import('./types').FileShown}} props */
function File({ file: { name, type, size, url } }) {
  const label = t('talk-file-open', { name });
  if (/^image\/(png|jpe?g|gif|webp|avif)$/.test(type) && url) {
    return html`<a class="picture" href=${url} target="_blank" rel="noopener" aria-label=${label}><img src=${url} alt=${name} /></a>`;
  }
  return html`<a class="file" href=${url || null} target="_blank" rel="noopener" aria-label=${label}>
    <${Sign} name="file" /><span><bdi>${name}</bdi></span><small>${sizeOf(size, locale.value)}</small></a>`;
}

/** @param {number} at */
function daySaid(at) {
  const { time, date } = times(at, locale.value);
  const days = calendarDays(at, Date.now());
  if (days == 0 || days == 1) return t(days ? 'talk-day-yesterday' : 'talk-day-today', { time });
  return `${date}, ${time}`;
}
