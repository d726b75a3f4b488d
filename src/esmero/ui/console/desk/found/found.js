/** What was found: by conversation, each hit with its words marked, who wrote it and when. */

import { useEffect } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { moment } from '../../../shared/times.js';
import { agoOrNow, nameOf } from '../words.js';
import { pieces, writerOf } from './grouping.js';
import { wrongWords } from './wrong.js';

/** @param {{desk: import('../state').Desk}} props */
export function FoundRows({ desk }) {
  const { finding } = desk;
  const typed = desk.view.value.typed ?? '';
  useEffect(() => void finding.ask(typed), [typed]);
  const groups = finding.groups.value;
  if (!typed) return html`<${Empty} title=${t('console-found-begin')} why=${t('console-found-begin-why')} />`;
  if (finding.trouble.value && !groups.length) return html`<${Trouble} desk=${desk} typed=${typed} />`;
  return html`
    <p class="unseen" role="status">${finding.state.value === 'done' ? t('console-found-count', { count: groups.length }) : ''}</p>
    ${!finding.complete.value && html`<p class="found-note"><${Icon} name="clock" />${t('console-found-incomplete')}</p>`}
    ${groups.length > 0 && html`<ul>${groups.map((group) => html`<${Talk} key=${group.conversation.id} desk=${desk} group=${group} />`)}</ul>`}
    <${End} finding=${finding} now=${desk.now.value} />`;
}

/** @param {{desk: import('../state').Desk, group: import('./grouping.js').Group}} props */
function Talk({ desk, group }) {
  const { conversation: one, hits, more } = group;
  const open = desk.open.value === one.id;
  return html`
    <li class=${'found' + (open ? ' on' : '')} data-id=${one.id}>
      <h2>
        <${Icon} name=${one.channel} />
        <span class="clip"><bdi>${nameOf(one.customer)}</bdi>${one.subject && html`<span class="about"> · <bdi>${one.subject}</bdi></span>`}</span>
        ${stateOf(one) && html`<span class="state">${stateOf(one)}</span>`}
      </h2>
      ${hits.map((hit) => html`<${HitLine} key=${hit.event} desk=${desk} hit=${hit} />`)}
      ${more > 0 && html`<p class="rest">${t('console-found-more-here', { count: more })}</p>`}
    </li>`;
}

/** How it stands, where it isn't simply open. @param {import('../types').Summary} one */
function stateOf({ junk, status }) {
  if (junk) return t('console-view-junk');
  return { open: '', pending: t('console-their-turn'), snoozed: t('console-status-snoozed'), closed: t('console-is-closed') }[status];
}

/** @param {{desk: import('../state').Desk, hit: import('./grouping.js').Hit}} props */
function HitLine({ desk, hit }) {
  const { conversation: one, event, seq, at } = hit;
  const seek = () => void (desk.sought.value = { conversation: one.id, event, seq });
  return html`
    <a class="hit" href=${desk.hrefOf(one)} onClick=${seek}>
      <span class="by">
        ${hit.kind === 'note' && html`<${Icon} name="note" label=${t('console-note')} />`}
        <span class="clip">${hit.kind === 'people' ? t('console-found-people') : writer(desk, hit)}</span>
        <time datetime=${new Date(at).toISOString()} title=${moment(at)}>${agoOrNow(at, desk.now.value)}</time>
      </span>
      <span class="words"><bdi>${pieces(hit.snippet, hit.marks).map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}</bdi></span>
      ${hit.files.map((file) => html`<span key=${file.id} class=${'file' + (file.named ? ' named' : '')}><${Icon} name="file" /><bdi class="clip">${file.name}</bdi></span>`)}
    </a>`;
}

/** @param {import('../state').Desk} desk @param {import('./grouping.js').Hit} hit */
function writer(desk, hit) {
  if (hit.by_name) return html`<bdi>${hit.by_name}</bdi>`;
  const { kind, id } = writerOf(hit);
  if (kind === 'customer' && id === hit.conversation.customer.id) return nameOf(hit.conversation.customer);
  return desk.names.actor({ kind: /** @type {any} */ (kind), id });
}

/** @param {{finding: import('./finding.js').Finding, now: number}} props */
function End({ finding, now }) {
  const [state, next, upto] = [finding.state.value, finding.next.value, finding.upto.value];
  if (state === 'asking') return html`<p class="found-note" role="status">${t('console-searching')}</p>`;
  if (finding.trouble.value) return html`<button class="more" onClick=${() => finding.more()}>${t('console-list-more-failed')}</button>`;
  if (next) {
    return html`
      ${upto !== null && html`<p class="found-note">${t('console-found-upto', { time: agoOrNow(upto, now) })}</p>`}
      <button class="more" onClick=${() => finding.more()}>${t(upto === null ? 'console-list-more' : 'console-found-further')}</button>`;
  }
  if (state === 'done' && !finding.groups.value.length) return html`<${Empty} title=${t('console-none-found')} why=${t('console-found-none-why')} />`;
  return null;
}

/** @param {{title: string, why: string}} props */
function Empty({ title, why }) {
  return html`<div class="empty"><${Icon} name="find" /><h2>${title}</h2><p>${why}</p></div>`;
}

/** @param {{desk: import('../state').Desk, typed: string}} props */
function Trouble({ desk, typed }) {
  const { title, why, again } = wrongWords(desk.finding.trouble.value);
  return html`
    <div class="empty" role="alert">
      <h2>${title}</h2><p>${why}</p>
      ${again && html`<button class="button" onClick=${() => desk.finding.ask(typed)}>${t('console-again')}</button>`}
    </div>`;
}
