/** A thread that is read: its letters one below the other, the older ones folded. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { linked } from '../../shared/elements/linked.js';
import { html } from '../../shared/html.js';
import { locale, number, t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { clock, moment, short } from '../../shared/times.js';
import { hasOthers, nameIn } from './model.js';
import { answer, draft, leave, letters, owner } from './store.js';

/** Nothing runs and nothing is fetched in a letter's frame: its pictures come as data. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const LOOK = 'margin:0;padding:4px 2px;background:#fff;color:#1f2328;color-scheme:light;font:15px/1.55 system-ui,"Noto Sans Devanagari",sans-serif;overflow-wrap:anywhere';
/** The page's policy lets no style sheet into the frame, only styles of elements: what plain mails look like. */
const QUOTED = 'margin:8px 0 0;padding-inline-start:12px;border-inline-start:3px solid #c9d6e6;color:#4c5661';
const BUTTON = 'display:inline-block;padding:9px 18px;border-radius:8px;text-decoration:none;font-weight:600';
const PARAGRAPH = 'margin:0 0 12px';
const WITHIN = 'max-width:100%;height:auto';

export function Thread() {
  const all = letters.value;
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => heading.current?.focus(), [all.length > 0]);
  if (!all.length) return null;
  const last = all[all.length - 1];
  return html`
    <header class="thread-head">
      <button type="button" class="round back" aria-label=${t('demo-mail-back')} title=${t('demo-mail-back')} onClick=${leave}><${Icon} name="back" class="turned" /></button>
      <h2 tabindex="-1" ref=${heading}>${all[0].subject || t('demo-mail-no-subject')}</h2>
    </header>
    ${all.map((letter) => html`<${One} key=${letter.id} letter=${letter} isLast=${letter == last} />`)}
    ${!draft.value && html`
      <div class="answers">
        <button type="button" class="plain" id="reply" onClick=${() => answer(last, false)}><${Icon} name="reply" />${t('demo-mail-reply')}</button>
        ${hasOthers(last, owner.value.address) && html`
          <button type="button" class="plain" onClick=${() => answer(last, true)}><${Icon} name="people" />${t('demo-mail-reply-all')}</button>`}
      </div>`}`;
}

/** @param {{letter: import('./model.js').Letter, isLast: boolean}} props */
function One({ letter, isLast }) {
  // What was open stays so when another letter comes below it.
  const [isOpen, unfold] = useState(isLast);
  const by = letter.mine ? t('demo-mail-me') : letter.by;
  return html`
    <article class=${'letter' + (letter.mine ? ' mine' : '')} aria-label=${t('demo-mail-by', { name: letter.by })}>
      <button type="button" class="letter-head" aria-expanded=${String(isOpen)} onClick=${() => unfold(!isOpen)}>
        <span class="portrait" aria-hidden="true">${[...letter.by][0]}</span>
        <span class="who"><bdi>${by}</bdi>${letter.automatic && html` <small>${t('demo-mail-automatic')}</small>`}</span>
        <time title=${moment(letter.at)}>${short(letter.at)} ${short(letter.at) == clock(letter.at) ? '' : clock(letter.at)}</time>
        <span class="to">${isOpen ? t('demo-mail-to-whom', { names: [...letter.to, ...letter.cc].map(nameIn).join(', ') }) : letter.text.slice(0, 90)}</span>
      </button>
      ${isOpen && (letter.html == null ? html`<p class="text">${linked(letter.text)}</p>` : html`<${Designed} letter=${letter} />`)}
      <${Files} letter=${letter} />
    </article>`;
}

/** @param {{letter: import('./model.js').Letter}} props */
function Files({ letter }) {
  if (!letter.files.length) return null;
  return html`
    <ul class="files">
      ${letter.files.map(({ place, name, size }) => html`
        <li key=${place}><a href=${`/demo/mailbox/${owner.value.language}/letters/${letter.id}/files/${place}`} download=${name}>
          <${Icon} name="paperclip" /><bdi>${name}</bdi> <small>${sized(size)}</small></a></li>`)}
    </ul>`;
}

/**
 * A letter as it was designed. No script runs in its frame, so that it may belong to this page, which asks it how high
 * it is.
 * @param {{letter: import('./model.js').Letter}} props
 */
function Designed({ letter }) {
  const [height, grow] = useState(80);
  const title = t('demo-mail-by', { name: letter.by });
  const measure = (/** @type {any} */ { currentTarget }) => grow(Math.ceil(currentTarget.contentDocument.documentElement.getBoundingClientRect().height) + 12);
  return html`
    <iframe class="designed" title=${title} sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"
      style=${{ height: height + 'px' }} srcdoc=${pageOf(letter.html ?? '', title)} onLoad=${measure}></iframe>`;
}

/**
 * @param {string} markup as it was cleaned on its way in
 * @param {string} title
 * @returns {string} a page whose links open in a tab of their own
 */
function pageOf(markup, title) {
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  for (const link of body.querySelectorAll('a[href]')) Object.assign(link, { target: '_blank', rel: 'noopener noreferrer nofollow' });
  for (const link of body.querySelectorAll('a[style*="background-color"]')) link.setAttribute('style', `${link.getAttribute('style')};${BUTTON}`);
  for (const quote of body.querySelectorAll('blockquote')) quote.setAttribute('style', QUOTED);
  for (const paragraph of body.querySelectorAll('p')) if (!paragraph.getAttribute('style')) paragraph.setAttribute('style', PARAGRAPH);
  for (const picture of body.querySelectorAll('img')) picture.setAttribute('style', WITHIN);
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = owner.value.language;
  page.head.insertAdjacentHTML('afterbegin', `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`);
  page.body.setAttribute('style', LOOK);
  page.body.append(...body.childNodes);
  return '<!doctype html>' + page.documentElement.outerHTML;
}

/** @param {number} bytes */
function sized(bytes) {
  const how = { style: /** @type {const} */ ('unit'), unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: bytes < 1e6 ? 0 : 1 };
  return locale.value && number(bytes / (bytes < 1e6 ? 1e3 : 1e6), how);
}
