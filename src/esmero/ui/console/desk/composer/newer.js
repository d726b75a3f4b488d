/** What the customer wrote while one was writing, in line above the reply. Enter shows it once more, Enter again sends. */

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { writtenSince } from '../talk/thread.js';
import { nameOf, previewOf } from '../words.js';
import { isOvertaken } from './writing.js';

/** @param {{composing: import('./composing.js').Composing}} props */
export function Newer({ composing }) {
  const writing = composing.writing.value;
  const { opened } = composing;
  const [thread, customer] = [opened.thread.value, opened.customer.value];
  const overtaken = isOvertaken(writing, opened.newest);
  if (!thread || (!overtaken && !writing.heldBack)) return null;
  const events = writtenSince(thread, writing.began ?? Infinity);
  if (!events.length) return null;
  const name = customer ? nameOf(customer) : '';
  return html`
    <div class=${'newer' + (writing.heldBack ? ' held' : '')} role="status">
      <${Icon} name="chat" />
      <div>
        <strong>${t('console-newer', { name, count: events.length })}</strong>
        ${events.slice(-3).map((event) => html`<p key=${event.id} class="said" dir="auto">${previewOf(event.text ?? '', event.files?.length ?? 0)}</p>`)}
        ${writing.heldBack && !overtaken && html`<p class="how">${t('console-newer-how')}</p>`}
      </div>
    </div>`;
}
