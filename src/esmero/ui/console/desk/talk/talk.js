/** The conversation that is open: its head, what was said, and where one answers. */

import { useComputed } from '@preact/signals';
import { useCallback, useMemo, useRef } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { wordsFor } from '../../words.js';
import { Composer } from '../composer/composer.js';
import { dropping } from '../composer/dropping.js';
import { LETTERS } from '../keyboard/keys.js';
import { actOn, pendingOf } from '../outgoing.js';
import { nameOf } from '../words.js';
import { dayLine } from './days.js';
import { Facts } from './facts.js';
import { Head } from './head.js';
import { Letters } from './letters.js';
import { lines, unchanged } from './lines.js';
import { useScrolling } from './scrolling.js';
import { Turn } from './turn.js';

/** @typedef {import('../state').Desk} Desk */

/** @param {{desk: Desk}} props */
export function TalkPane({ desk }) {
  const current = desk.current.value;
  return html`
    <${current ? 'main' : 'section'} class=${'talk-pane' + (desk.isDropping.value ? ' dropping' : '')} id="talk" tabindex="-1" aria-label=${t('console-conversation')}
      data-drop=${t('console-drop')} ...${dropping(desk)}>
      ${current ? html`<${Open} key=${current.opened.id} desk=${desk} current=${current} />` : html`<${Nobody} />`}
    <//>`;
}

/** @param {{desk: Desk, current: import('../state').Current}} props */
function Open({ desk, current }) {
  const { opened } = current;
  const one = desk.store.conversations.value.get(opened.id);
  if (!one && opened.trouble.value) return html`<${Trouble} desk=${desk} opened=${opened} />`;
  return html`
    ${one && html`<${Head} desk=${desk} opened=${opened} one=${one} />`}
    ${opened.trouble.value && !opened.thread.value ? html`<${Trouble} desk=${desk} opened=${opened} />` : html`<${Lines} desk=${desk} current=${current} />`}
    ${one && opened.thread.value && html`<${Composer} key=${opened.id} desk=${desk} current=${current} one=${one} />`}`;
}

/** @param {{desk: Desk, current: import('../state').Current}} props */
function Lines({ desk, current }) {
  const { opened } = current;
  const before = useRef(/** @type {import('../types').Line[]} */ ([]));
  const all = useComputed(() => (before.current = unchanged(before.current, linesOf(desk, opened))));
  const sought = desk.sought.value?.conversation === opened.id ? 'e' + desk.sought.value.event : '';
  const { box, onScroll, toEnd, drawn, more } = useScrolling({
    ready: !!opened.thread.value, lines: all.value, older: () => opened.older().catch(() => {}), atEnd: (is) => desk.comeToEnd(is), sought,
  });
  const act = useCallback((/** @type {string} */ key, /** @type {any} */ what, unsure = false) => actOn(desk, current, key, what, unsure), [current]);
  const letters = useMemo(() => new Letters(desk.store, opened.id), [opened]);
  const names = useMemo(() => namesIn(desk, opened), [opened]);
  if (!opened.thread.value) return html`<div class="talk"><${Shape} /></div>`;
  return html`
    <div class="talk" ref=${box} onScroll=${onScroll} tabindex="0" role="region" aria-label=${t('console-messages')}>
      <ol class="thread">
        ${(opened.thread.value.more || more.before) && html`<li class="earlier-place"><button class="earlier" onClick=${() => box.current?.scrollTo({ top: 0 })}>${t('console-earlier')}</button></li>`}
        ${drawn.map((line) => html`<${Line} key=${line.key} line=${line} desk=${desk} opened=${opened} names=${names} letters=${letters} act=${act} fresh=${line.kind === 'turn' && line.seq > opened.shown} found=${line.key === sought} />`)}
      </ol>
    </div>
    ${!desk.atEnd.value && html`<${Below} isNew=${opened.newest > desk.leftEndAt} toEnd=${toEnd} />`}
    <${Writes} desk=${desk} opened=${opened} />`;
}

/**
 * @param {Desk} desk
 * @param {import('./opened.js').Opened} opened
 */
function linesOf(desk, opened) {
  const thread = opened.thread.value;
  if (!thread) return [];
  const one = desk.store.conversations.value.get(opened.id);
  const marks = { delivered: one?.delivered_seq ?? 0, read: one?.read_seq ?? 0 };
  return lines(thread.events, marks, pendingOf(desk.store.unsent.value, opened.id, desk.store.connection.value === 'live'), opened.divider.value);
}

/**
 * @param {object} props
 * @param {import('../types').Line} props.line
 * @param {Desk} props.desk
 * @param {import('./opened.js').Opened} props.opened
 * @param {import('./facts.js').Names} props.names
 * @param {Letters} props.letters
 * @param {(key: string, what: string) => void} props.act
 * @param {boolean} props.fresh
 * @param {boolean} props.found
 */
function Line({ line, desk, opened, names, letters, act, fresh, found }) {
  if (line.kind === 'day') return html`<li class="fact day" data-key=${line.key}>${dayLine(line.at, desk.now.value)}</li>`;
  if (line.kind === 'new') return html`<li class="fact new" data-key=${line.key}>${t('console-new')}</li>`;
  if (line.kind === 'facts') return html`<li class="fact" data-key=${line.key}><${Facts} events=${line.events} names=${names} /></li>`;
  const customer = opened.customer.value;
  const mine = !line.passed && line.by.kind === 'agent' && (line.by.id === desk.store.me.value.id || line.by.id === 0);
  const name = line.passed?.kind === 'answered' ? line.passed.names[0] : line.side === 'them' ? names.actor(line.by) : mine ? desk.store.me.value.name : desk.names.actor(line.by);
  return html`<${Turn} turn=${line} name=${name} mine=${mine} language=${customer?.language ?? ''} fresh=${fresh} found=${found} act=${act} letters=${letters} />`;
}

/**
 * Names as this conversation knows them: its customer, and who takes part.
 * @param {Desk} desk
 * @param {import('./opened.js').Opened} opened
 * @returns {import('./facts.js').Names}
 */
function namesIn(desk, opened) {
  const { names, view } = desk;
  /** @param {number} id */
  const customer = (id) => {
    const taking = opened.participants.value.find((one) => one.customer === id);
    if (taking) return taking.name || taking.address;
    const known = opened.customer.value;
    // Who has signed in since wrote under another number; who only took part for a while was somebody else.
    const tookPart = known?.id !== id && opened.thread.value?.events.some(({ type, data }) => type === 'participant.joined' && data.customer_id === id);
    return known && !tookPart ? nameOf(known) : names.actor({ kind: 'customer', id });
  };
  return {
    ...names,
    actor: (by) => (by.kind === 'customer' ? customer(by.id) : names.actor(by)),
    participant: ({ data }) => {
      const joined = opened.thread.value?.events.find(({ type, data: other }) => type === 'participant.joined' && other.identity_id === data.identity_id);
      return customer(data.customer_id ?? joined?.data.customer_id ?? 0);
    },
    href: (id) => desk.href(view.value, id),
  };
}

/** The customer is writing. @param {{desk: Desk, opened: import('./opened.js').Opened}} props */
function Writes({ desk, opened }) {
  const customer = opened.customer.value;
  const writes = desk.store.typing.value.has(opened.id) && customer;
  return html`
    <div class="writes">
      ${writes && html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${t('console-name-writes', { name: nameOf(customer) })}</span>`}
    </div>`;
}

/** The way back to the newest words. @param {{isNew: boolean, toEnd: () => void}} props */
function Below({ isNew, toEnd }) {
  return html`<div class="below-place"><button class=${'below' + (isNew ? ' fresh' : '')} onClick=${toEnd}><${Icon} name="down" />${t(isNew ? 'console-below' : 'console-newest')}</button></div>`;
}

/** @param {{desk: Desk, opened: import('./opened.js').Opened}} props */
function Trouble({ desk, opened }) {
  const trouble = opened.trouble.value;
  const gone = /** @type {any} */ (trouble)?.status === 404;
  return html`
    <div class="empty" role="alert">
      <${Icon} name=${gone ? 'lock' : 'cut'} />
      <h2>${t(gone ? 'console-gone' : 'console-open-failed')}</h2>
      <p>${gone ? t('console-gone-why') : wordsFor(trouble)}</p>
      ${!gone && html`<button class="button" onClick=${() => opened.load()}>${t('console-again')}</button>`}
    </div>`;
}

function Nobody() {
  return html`
    <div class="empty">
      <${Icon} name="chat" />
      <h2>${t('console-nobody')}</h2>
      <p>${t('console-nobody-why')}</p>
      <div class="keys">
        ${LETTERS.filter(([intent]) => ['next', 'reply', 'note', 'help'].includes(intent)).map(([intent, key]) => html`<kbd key=${intent}>${key}</kbd><span>${t('console-key-' + intent)}</span>`)}
      </div>
    </div>`;
}

function Shape() {
  return html`<div class="shape" role="status" aria-label=${t('console-loading')}>${[1, 2, 3, 4].map((key) => html`<i key=${key}></i>`)}</div>`;
}
