/** Where a search is typed and narrowed: a field, what narrows it as chips, and a form for whoever knows no operators. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { IconButton } from '../../../shared/elements/button.js';
import { Field, Select } from '../../../shared/elements/field.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { FOUND, MINE } from '../list/address.js';
import { narrowed, read, valueOf, widened, written } from './asking.js';

const STATES = ['open', 'pending', 'snoozed', 'closed', 'unread', 'junk'];
const PARTS = ['attachment', 'link', 'note'];

/** @param {{desk: import('../state').Desk}} props */
export function FoundHead({ desk }) {
  const typed = desk.view.value.typed ?? '';
  const [filtering, setFiltering] = useState(false);
  const asking = read(typed);
  /** @param {import('./asking.js').Asking} now */
  const go = (now) => desk.go({ ...FOUND, typed: written(now) });
  return html`
    <header class="found-head">
      <div class="title">
        <button class="icon-button open-views" aria-label=${t('console-open-views')} aria-expanded=${desk.viewsOut.value}
          onClick=${() => (desk.viewsOut.value = true)}><${Icon} name="menu" /></button>
        <h1 id="list-title" class="clip">${t('console-view-found')}</h1>
        <${IconButton} icon="cross" label=${t('console-found-leave')} onClick=${() => desk.go(MINE)} />
      </div>
      <${Words} asking=${asking} go=${go} />
      <div class="filters">
        ${asking.narrowings.map((one, index) => html`<${Chip} key=${index} desk=${desk} one=${one} off=${() => go(widened(asking, index))} />`)}
        <button class="add" aria-expanded=${filtering} aria-controls="found-filters" onClick=${() => setFiltering(!filtering)}>
          <${Icon} name="plus" />${t('console-found-filters')}</button>
      </div>
      ${filtering && html`<${Filters} desk=${desk} asking=${asking} go=${go} />`}
    </header>`;
}

/**
 * The field stays the same one from search to search, and so does the focus: keys that are typed on are words, and no
 * commands to the conversation that is open.
 * @param {{asking: import('./asking.js').Asking, go: (asking: import('./asking.js').Asking) => void}} props
 */
function Words({ asking, go }) {
  const [words, write] = useState(asking.words);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => {
    if (!written(asking)) input.current?.focus();
  }, []);
  useEffect(() => write(asking.words), [written(asking)]);
  /** What narrows becomes a chip. @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const added = read(words);
    go({ words: added.words, narrowings: [...asking.narrowings, ...added.narrowings] });
  };
  return html`
    <form class="found-field" role="search" onSubmit=${submit}>
      <${Icon} name="find" />
      <input ref=${input} type="search" name="q" aria-label=${t('console-found-words')} placeholder=${t('console-found-words')} autocomplete="off"
        enterkeyhint="search" value=${words} onInput=${(/** @type {any} */ { target }) => write(target.value)} />
    </form>`;
}

/** @param {{desk: import('../state').Desk, one: import('./asking.js').Narrowing, off: () => void}} props */
function Chip({ desk, one, off }) {
  const name = t('console-found-by-' + one.name);
  const value = valueWords(one);
  const words = t(one.without ? 'console-found-chip-not' : 'console-found-chip', { name, value });
  return html`<button onClick=${off} aria-label=${t('console-filter-off', { name: words })}><span class="clip"><bdi>${words}</bdi></span><${Icon} name="cross" /></button>`;
}

/** @param {import('./asking.js').Narrowing} one */
function valueWords({ name, value }) {
  if (name === 'is' && STATES.includes(value)) return stateWords(value);
  if (name === 'has' && PARTS.includes(value)) return t('console-found-has-' + value);
  if (name === 'assigned' && (value === 'me' || value === 'nobody')) return t('console-found-assigned-' + value);
  return name === 'channel' ? channelWords(value) : value;
}

/** @param {string} state */
const stateWords = (state) => (state === 'junk' ? t('console-view-junk') : state === 'unread' ? t('console-unread') : t('console-status-' + state));
/** @param {string} channel */
const channelWords = (channel) => (channel === 'chat' || channel === 'email' ? t('console-found-channel-' + channel) : channel);

/** @param {{desk: import('../state').Desk, asking: import('./asking.js').Asking, go: (asking: import('./asking.js').Asking) => void}} props */
function Filters({ desk, asking, go }) {
  const { inboxes, labels, agents } = desk.store;
  /** @param {string} name @param {[string, string][]} options */
  const choice = (name, options) => html`
    <${Select} key=${name} label=${t('console-found-by-' + name)} value=${valueOf(asking, name)} options=${[['', t('console-found-any')], ...options]}
      change=${(/** @type {string} */ value) => go(narrowed(asking, name, value))} />`;
  /** @param {string} name @param {string} [type] */
  const line = (name, type = 'text') => html`
    <${Field} key=${name} type=${type} label=${t('console-found-by-' + name)} value=${valueOf(asking, name)}
      onChange=${(/** @type {any} */ { target }) => go(narrowed(asking, name, target.value))} />`;
  /** @param {Iterable<{name: string}>} all @returns {[string, string][]} */
  const named = (all) => [...all].map(({ name }) => [name, name]);
  const channels = [...new Set([...inboxes.value.values()].map(({ channel }) => channel))];
  return html`
    <div class="found-filters" id="found-filters" role="group" aria-label=${t('console-found-filters')}>
      ${line('from')}${line('to')}${line('subject')}${line('filename')}
      ${choice('has', PARTS.map((part) => [part, t('console-found-has-' + part)]))}
      ${choice('is', STATES.map((state) => [state, stateWords(state)]))}
      ${choice('in', named(inboxes.value.values()))}
      ${choice('channel', channels.map((channel) => [channel, channelWords(channel)]))}
      ${labels.value.size > 0 && choice('label', named(labels.value.values()))}
      ${choice('assigned', [['me', t('console-found-assigned-me')], ['nobody', t('console-found-assigned-nobody')], ...named(agents.value.values())])}
      ${line('after', 'date')}${line('before', 'date')}
    </div>`;
}
