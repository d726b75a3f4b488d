/** One conversation as a line of the list. */

import { Face } from '../../../shared/elements/face.js';
import { html } from '../../../shared/html.js';
import { list, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { moment } from '../../../shared/times.js';
import { agoOrNow, nameOf, previewOf, sinceWhen, untilWhen } from '../words.js';
import { isUnread } from './rows.js';

/**
 * @typedef {import('../types').Summary} Summary
 *
 * @typedef {object} Beside what the list knows beside the conversation itself
 * @property {number} now
 * @property {string} inbox name
 * @property {import('../types').Label[]} labels
 * @property {string[]} here names of colleagues who have it open
 * @property {boolean} writes whether the customer is writing
 * @property {boolean} open
 * @property {boolean} leaving whether it stays only because it is open
 */

/**
 * @param {{one: Summary, href: string, beside: Beside}} props
 */
export function Row({ one, href, beside }) {
  const unread = isUnread(one);
  const states = ['row', unread && 'unread', beside.open && 'on', beside.leaving && 'leaving'];
  return html`
    <li class=${states.filter(Boolean).join(' ')} data-id=${one.id}>
      <a href=${href} aria-current=${beside.open ? 'true' : null}>
        <${Face} name=${nameOf(one.customer)} />
        <span class="name">
          <span class="clip"><bdi>${nameOf(one.customer)}</bdi></span>
          ${unread && html`<i class="fresh" aria-hidden="true"></i><span class="unseen">${t('console-unread')}</span>`}
          ${one.customer.blocked && html`<${Icon} name="block" label=${t('console-blocked')} />`}
        </span>
        <time datetime=${new Date(one.last.at).toISOString()} title=${moment(one.last.at)}>${agoOrNow(one.last.at, beside.now)}</time>
        <${Words} one=${one} writes=${beside.writes} />
        <${Foot} one=${one} beside=${beside} />
      </a>
    </li>`;
}

/** @param {{one: Summary, writes: boolean}} props */
function Words({ one, writes }) {
  if (writes) return html`<span class="words clip writing">${t('console-writes')}</span>`;
  const { last } = one;
  const sign = last.note ? 'note' : last.by === 'customer' ? null : 'reply';
  return html`
    <span class="words clip">
      ${sign && html`<${Icon} name=${sign} label=${t(last.note ? 'console-note' : 'console-our-reply')} />`}
      <bdi>${one.subject ? `${one.subject} · ` : ''}${previewOf(last.text, last.files)}</bdi>
    </span>`;
}

/** @param {{one: Summary, beside: Beside}} props */
function Foot({ one, beside }) {
  return html`
    <span class="foot">
      <${Icon} name=${one.reach} />
      <span class="clip inbox">${beside.inbox}</span>
      <${Priority} of=${one.priority} />
      <${Labels} labels=${beside.labels} />
      ${beside.here.length > 0 && html`
        <span class="here" title=${t('console-also-here', { names: beside.here.join(', ') })}>
          ${beside.here.slice(0, 3).map((name) => html`<${Face} key=${name} name=${name} size="small" />`)}
        </span>`}
      <${Since} one=${one} now=${beside.now} />
    </span>`;
}

/** The first by name, the others by number. @param {{labels: import('../types').Label[]}} props */
function Labels({ labels }) {
  const [first, ...others] = labels;
  if (!first) return null;
  return html`
    <span class=${'label tint-' + first.tint}>${first.name}</span>
    ${others.length > 0 && html`<span title=${list(others.map(({ name }) => name))}>+${others.length}</span>`}`;
}

/** @param {{of: import('../types').Priority}} props */
export function Priority({ of }) {
  if (of !== 'urgent' && of !== 'high') return null;
  return html`<span class=${of} title=${t('console-priority-' + of)}><${Icon} name="flag" /><span class="unseen">${t('console-priority-' + of)}</span></span>`;
}

/** Since when they wait for us, or what else is true of it. @param {{one: Summary, now: number}} props */
function Since({ one, now }) {
  if (one.status === 'snoozed' && one.snoozed_until) {
    return html`<span class="since"><${Icon} name="snooze" />${t('console-until', { time: untilWhen(one.snoozed_until, now) })}</span>`;
  }
  if (one.status === 'closed') return html`<span class="since answered"><${Icon} name="tick" />${t('console-is-closed')}</span>`;
  if (one.status === 'pending') return html`<span class="since answered">${t('console-their-turn')}</span>`;
  if (one.waiting_since) {
    return html`<span class="since"><${Icon} name="clock" />${t('console-since', { time: sinceWhen(one.waiting_since, now) })}</span>`;
  }
  return html`<span class="since answered"><${Icon} name="tick" />${t('console-answered')}</span>`;
}

