/** Where an agent writes: a reply to the customer, or a note that only colleagues see. */

import { useEffect, useRef } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { byChannel, nameOf } from '../words.js';
import { Addressing } from './addressing.js';
import { Attached } from './attached.js';
import { Foot } from './foot.js';
import { Newer } from './newer.js';
import { Replacing } from './replacing.js';
import { isEmpty } from './writing.js';

/**
 * @typedef {object} Props
 * @property {import('../state').Desk} desk
 * @property {import('../state').Current} current
 * @property {import('../types').Summary} one
 */

/** @param {Props} props */
export function Composer({ desk, current, one }) {
  const { composing } = current;
  const { kind } = composing.writing.value;
  const shut = kind === 'reply' && one.customer.blocked;
  const addressed = kind === 'reply' && !shut && desk.store.hasRecipients(one.reach);
  return html`
    <div class=${'write ' + kind}>
      <${Tabs} composing=${composing} one=${one} addressed=${addressed} />
      ${addressed && html`<${Addressing} composing=${composing} senders=${desk.store.inboxes.value.get(one.inbox)?.senders ?? []} />`}
      ${kind === 'reply' && html`<${Replacing} composing=${composing} />`}
      ${kind === 'reply' && html`<${Newer} composing=${composing} />`}
      ${shut ? html`<${Shut} desk=${desk} one=${one} />` : html`<${Text} desk=${desk} composing=${composing} one=${one} />`}
      <${Attached} composing=${composing} />
      <${Watch} desk=${desk} composing=${composing} one=${one} />
      ${!shut && html`<${Foot} desk=${desk} composing=${composing} one=${one} />`}
    </div>`;
}

/** @param {{composing: import('./composing.js').Composing, one: import('../types').Summary, addressed: boolean}} props */
function Tabs({ composing, one, addressed }) {
  const { kind, texts } = composing.writing.value;
  const tabs = /** @type {const} */ (['reply', 'note']);
  /** @param {KeyboardEvent} event */
  const turn = (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    composing.choose(kind === 'reply' ? 'note' : 'reply');
    requestAnimationFrame(() => document.getElementById('tab-' + composing.writing.value.kind)?.focus());
  };
  return html`
    <div class="top">
      <div role="tablist" aria-label=${t('console-write-what')} onKeyDown=${turn}>
        ${tabs.map((tab) => html`
          <button key=${tab} id=${'tab-' + tab} class="tab" role="tab" aria-selected=${String(tab === kind)} aria-controls="writing" tabindex=${tab === kind ? 0 : -1}
            onClick=${() => composing.choose(tab)}>
            ${tab === 'note' && html`<${Icon} name="note" />`}${t('console-write-' + tab)}
            ${tab !== kind && texts[tab].trim() && html`<i class="dot"></i><span class="unseen">${t('console-begun')}</span>`}
          </button>`)}
      </div>
      ${!addressed && html`<span class="to clip">${t(kind === 'reply' ? 'console-write-to' : 'console-write-to-us', { name: nameOf(one.customer) })}</span>`}
      <${Way} channel=${kind === 'reply' ? one.reach : null} />
    </div>`;
}

/** By which channel it leaves: a customer may go from mail to chat and back while one writes. @param {{channel: string | null}} props */
function Way({ channel }) {
  return html`<span class="way" role="status">${channel && html`<${Icon} name=${channel} />${byChannel(channel)}`}</span>`;
}

/** @param {{desk: import('../state').Desk, composing: import('./composing.js').Composing, one: import('../types').Summary}} props */
function Text({ desk, composing, one }) {
  const { kind, texts } = composing.writing.value;
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useEffect(() => grow(field.current), [texts[kind]]);
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.altKey) return;
    // On a phone Enter is for a new line; sending has its button.
    if (!event.ctrlKey && !event.metaKey && matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    desk.enter(composing);
  };
  return html`
    <div id="writing" role="tabpanel" aria-labelledby=${'tab-' + kind}>
      <textarea ref=${field} rows="2" dir="auto" class="said" name="words" autocomplete="off" spellcheck="true" lang=${kind === 'reply' ? one.customer.language : null}
        aria-label=${t('console-write-' + kind)} aria-describedby="watch" placeholder=${t(kind === 'reply' ? 'console-write-here' : 'console-note-here')}
        value=${texts[kind]} onInput=${(/** @type {any} */ event) => composing.type(event.target.value)} onKeyDown=${press}
        onPaste=${(/** @type {ClipboardEvent} */ event) => paste(event, desk, composing)}></textarea>
    </div>`;
}

/** What one should know before it leaves, in one quiet line. @param {{desk: import('../state').Desk, composing: import('./composing.js').Composing, one: import('../types').Summary}} props */
function Watch({ desk, composing, one }) {
  const writing = composing.writing.value;
  const typing = desk.names.othersAt(one.id).filter((other) => other.typing);
  const [refusal, elsewhere] = [composing.refusal.value, composing.elsewhere.value];
  const shut = one.status === 'closed' && writing.kind === 'reply' && !isEmpty(writing);
  const cut = desk.store.connection.value !== 'live' && !isEmpty(writing);
  if (!typing.length && !refusal && !cut && !shut) return html`<div id="watch" class="unseen"></div>`;
  return html`
    <div id="watch" class="watch" role="status">
      ${refusal && html`<span class="late"><${Icon} name="warning" />${refusal}</span>`}
      ${refusal && elsewhere !== null && html`<button class="button" onClick=${() => desk.openOne(elsewhere)}>${t('console-go-there')}</button>`}
      ${cut && html`<span class="soon"><${Icon} name="cut" />${t('console-will-send')}</span>`}
      ${shut && html`<span><${Icon} name="info" />${t('console-stays-closed')}</span>`}
      ${typing.map(({ id, name }) => html`<span key=${id} class="soon"><${Icon} name="pen" />${t('console-writes-too', { name })}</span>`)}
    </div>`;
}

/** @param {{desk: import('../state').Desk, one: import('../types').Summary}} props */
function Shut({ desk, one }) {
  return html`
    <div class="watch" id="writing" role="tabpanel" aria-labelledby="tab-reply">
      <span><${Icon} name="block" />${t('console-blocked-why', { name: nameOf(one.customer) })}</span>
      ${desk.may('block_customers') && html`<button class="button" onClick=${() => desk.act.unblock(one.customer.id)}>${t('console-unblock')}</button>`}
    </div>`;
}

/**
 * @param {ClipboardEvent} event
 * @param {import('../state').Desk} desk
 * @param {import('./composing.js').Composing} composing
 */
function paste(event, desk, composing) {
  const files = [...(event.clipboardData?.files ?? [])];
  if (!files.length) return;
  event.preventDefault();
  composing.upload(files, desk.store.limits.value);
}

/** For browsers without `field-sizing`. @param {HTMLTextAreaElement | null} field */
function grow(field) {
  if (!field || CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = field.scrollHeight + 'px';
}

