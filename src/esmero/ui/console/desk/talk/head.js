/** Over the conversation: what it is about, and what one does with it. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '../../../shared/elements/button.js';
import { Face } from '../../../shared/elements/face.js';
import { Menu } from '../../../shared/elements/menu.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { Priority } from '../list/row.js';
import { nameOf, titleOf, untilWhen } from '../words.js';
import { moreItems } from './items.js';

/**
 * @typedef {object} Props
 * @property {import('../state').Desk} desk
 * @property {import('./opened.js').Opened} opened
 * @property {import('../types').Summary} one
 */

/** @param {Props} props */
export function Head({ desk, opened, one }) {
  return html`
    <header class="talk-head">
      <${IconButton} class="back" icon="back" label=${t('console-back')} onClick=${() => desk.back()} />
      <div class="what">
        <${Title} desk=${desk} one=${one} />
        <p><${Where} desk=${desk} one=${one} /></p>
      </div>
      <${Here} desk=${desk} one=${one} />
      <${Tools} desk=${desk} opened=${opened} one=${one} />
      <${IconButton} class="open-aside" icon="person" label=${t('console-open-aside')} aria-expanded=${desk.asideOut.value} onClick=${() => desk.showAside()} />
    </header>`;
}

/** The subject, which a click makes one able to write. @param {{desk: import('../state').Desk, one: import('../types').Summary}} props */
function Title({ desk, one }) {
  const [writes, write] = useState(false);
  if (writes) return html`<${Retitle} desk=${desk} one=${one} done=${() => write(false)} />`;
  return html`<h1><button class="clip" title=${t('console-retitle')} onClick=${() => write(true)}><bdi>${titleOf(one)}</bdi></button></h1>`;
}

/** @param {{desk: import('../state').Desk, one: import('../types').Summary, done: () => void}} props */
function Retitle({ desk, one, done }) {
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => field.current?.select(), []);
  const finished = useRef(false);
  const keep = () => {
    // Taking the field away makes some browsers leave it once more.
    if (finished.current) return;
    const written = field.current?.value.trim() ?? '';
    finish();
    if (written !== (one.subject ?? '')) desk.act.retitle(one.id, written);
  };
  const finish = () => {
    finished.current = true;
    done();
  };
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.stopPropagation();
    if (event.key === 'Enter') keep();
    else finish();
  };
  return html`<h1 class="retitle"><input ref=${field} aria-label=${t('console-subject')} value=${one.subject ?? ''} maxlength="200" onBlur=${keep} onKeyDown=${press} /></h1>`;
}

/** @param {{desk: import('../state').Desk, one: import('../types').Summary}} props */
function Where({ desk, one }) {
  const { store } = desk;
  const inbox = store.inboxes.value.get(one.inbox)?.name ?? '';
  const words = [one.subject && nameOf(one.customer), inbox, stateOf(one, desk.now.value), whose(desk, one)].filter(Boolean);
  return html`
    <span class="clip">${words.join(' · ')}</span>
    <${Priority} of=${one.priority} />
    ${one.labels.flatMap((id) => store.labels.value.get(id) ?? []).map((label) => html`<span key=${label.id} class=${'label tint-' + label.tint}>${label.name}</span>`)}`;
}

/**
 * @param {import('../types').Summary} one
 * @param {number} now
 */
function stateOf(one, now) {
  if (one.junk) return t('console-view-junk');
  if (one.status === 'open') return '';
  if (one.status === 'snoozed' && one.snoozed_until) return t('console-snoozed-until', { time: untilWhen(one.snoozed_until, now) });
  return t('console-state-' + one.status);
}

/**
 * @param {import('../state').Desk} desk
 * @param {import('../types').Summary} one
 */
function whose(desk, one) {
  if (one.assignee === desk.store.me.value.id) return t('console-yours');
  return one.assignee === null ? t('console-nobodys') : desk.names.agent(one.assignee);
}

/** Who else has it open. @param {{desk: import('../state').Desk, one: import('../types').Summary}} props */
function Here({ desk, one }) {
  const others = desk.names.othersAt(one.id);
  if (!others.length) return null;
  const [first] = others;
  const words = others.length > 1 ? t('console-others-here', { count: others.length }) : t(first.typing ? 'console-agent-writes' : 'console-agent-here', { name: first.name });
  return html`<span class="here" role="status" title=${others.map(({ name }) => name).join(', ')}>${others.slice(0, 2).map(({ id, name }) => html`<${Face} key=${id} name=${name} size="small" />`)}<span class="words">${words}</span></span>`;
}

/** @param {Props} props */
function Tools({ desk, opened, one }) {
  const shut = one.status === 'closed';
  return html`
    <div class="tools">
      ${!shut && html`<${Button} class="words" aria-keyshortcuts="s" onClick=${() => desk.ask('snooze')}>${t('console-snooze')}<//>`}
      <${Button} class="words" aria-keyshortcuts="a" onClick=${() => desk.ask('assign')}>${t('console-assign')}<//>
      ${shut
        ? one.junk
          ? html`<${Button} onClick=${() => desk.act.clear(one.id)}>${t('console-not-junk')}<//>`
          : html`<${Button} onClick=${() => desk.act.reopen(one.id)}>${t('console-reopen')}<//>`
        : html`
          <${Button} class="words" keys="e" aria-keyshortcuts="e" onClick=${() => desk.close(one.id)}>${t('console-close')}<//>
          <${IconButton} class="sign-alone" icon="tick" label=${t('console-close')} onClick=${() => desk.close(one.id)} />`}
      <${Menu} label=${t('console-more')} look="icon-button" align="end" items=${moreItems(desk, opened, one)}><${Icon} name="more" /><//>
    </div>`;
}
