/** The mailbox: whose it is, the list of threads, and what is read or written. One at a time where there is no room. */

import { Announcer } from '../../shared/elements/announcer.js';
import { html } from '../../shared/html.js';
import { number, t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { moment, short } from '../../shared/times.js';
import { Thread } from './letter.js';
import { change, draft, open, owner, owners, rows, thread, write } from './store.js';
import { Writing } from './writing.js';

export function Page() {
  const shows = draft.value || thread.value ? 'letter' : 'list';
  return html`
    <div class="mail" data-shows=${shows}>
      <${Bar} />
      <main>
        <${List} />
        <section class="sheet" aria-label=${t('demo-mail-letter')}>
          ${thread.value > 0 && html`<${Thread} key=${thread.value} />`}
          ${draft.value && html`<${Writing} key=${`${thread.value} ${draft.value.answers} ${draft.value.cc}`} />`}
          ${shows == 'list' && html`<p class="nothing"><${Icon} name="email" />${t('demo-mail-choose')}</p>`}
        </section>
      </main>
      <${Announcer} />
    </div>`;
}

function Bar() {
  return html`
    <header class="bar">
      <h1><${Icon} name="email" />${t('demo-mail-title')}</h1>
      <label class="whose"><span class="unseen">${t('demo-mail-whose')}</span>
        <select value=${owner.value.language} onChange=${(/** @type {any} */ event) => void change(event.target.value)}>
          ${owners.map(({ language, name, address }) => html`<option key=${language} value=${language} selected=${language == owner.value.language}>${name} · ${address}</option>`)}
        </select>
      </label>
      <button type="button" class="write" id="write" onClick=${write}><${Icon} name="pen" />${t('demo-mail-write')}</button>
    </header>`;
}

function List() {
  return html`
    <nav class="list" aria-label=${t('demo-mail-list')}>
      ${rows.value?.length == 0 && html`<p class="nothing">${t('demo-mail-empty')}</p>`}
      <ul>${(rows.value ?? []).map((row) => html`<${Line} key=${row.thread} row=${row} />`)}</ul>
    </nav>`;
}

/** @param {{row: import('./model.js').Row}} props */
function Line({ row }) {
  const isOpen = thread.value == row.thread;
  return html`
    <li>
      <button type="button" class=${'line' + (row.unread ? ' unread' : '')} aria-current=${isOpen ? 'true' : null} onClick=${() => void open(row.thread)}>
        <span class="who"><bdi>${row.people.join(', ')}</bdi>${row.letters > 1 && html` <span class="count">${number(row.letters)}</span>`}</span>
        <time title=${moment(row.at)}>${short(row.at)}</time>
        <span class="subject">${row.subject || t('demo-mail-no-subject')}</span>
        <span class="signs">
          ${row.files && html`<${Icon} name="paperclip" /><span class="unseen">${t('demo-mail-with-files')}</span>`}
          ${row.unread > 0 && html`<span class="dot"></span><span class="unseen">${t('demo-mail-unread')}</span>`}
        </span>
        <span class="snippet">${row.snippet}</span>
      </button>
    </li>`;
}
