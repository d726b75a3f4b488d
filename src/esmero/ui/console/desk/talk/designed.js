/**
 * A mail as its writer designed it, in a frame that runs nothing, belongs to no origin and fetches nothing. Its links
 * open in a tab of their own. Pictures that lie elsewhere come through the desk, once somebody has asked for them.
 */

import { useEffect, useState } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { wordsFor } from '../../words.js';
import { heightFor, pageOf } from './letter-form.js';

/** Bytes of pictures that one mail may show. */
const MOST = 12e6;
/** Pictures that are asked for at once. */
const AT_ONCE = 6;

/**
 * @typedef {{page: string, height: number, elsewhere: number, missing: number, shown: 'message' | 'customer' | null}} Ready
 * @param {{letters: import('./letters.js').Letters, turn: import('../types').Turn, name: string}} props
 */
export function Designed({ letters, turn, name }) {
  const [ready, show] = useState(/** @type {Ready | null} */ (null));
  const [trouble, tell] = useState('');
  const title = t('console-designed-by', { name });
  const [busy, wait] = useState(false);
  /** @param {Promise<import('./letters.js').Markup>} asked */
  const load = (asked) => {
    tell('');
    wait(true);
    asked.then((markup) => madeReady(markup, title)).then(show, (error) => tell(wordsFor(error))).finally(() => wait(false));
  };
  const again = () => load(letters.markup(turn.event));
  useEffect(again, [turn.event]);
  if (trouble) return html`<p class="designed-note" role="alert">${trouble} <button onClick=${again}>${t('console-again')}</button></p>`;
  if (!ready) return html`<div class="designed waiting" role="status" aria-label=${t('console-loading')}></div>`;
  return html`
    ${ready.elsewhere > 0 && html`<${Elsewhere} ready=${ready} busy=${busy}
      ask=${(/** @type {'message' | 'customer'} */ of) => load(letters.showPictures(turn.event, of))} hide=${() => load(letters.hidePictures(turn.event))} />`}
    <div class="designed" style=${{ height: ready.height + 'px' }}>
      <iframe title=${title} sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" srcdoc=${ready.page}></iframe>
    </div>`;
}

/**
 * What is said of pictures that lie elsewhere, and done about them.
 * @param {{ready: Ready, busy: boolean, ask: (of: 'message' | 'customer') => void, hide: () => void}} props
 */
function Elsewhere({ ready: { elsewhere, missing, shown }, busy, ask, hide }) {
  const words = shown ? t(shown === 'customer' ? 'console-pictures-of-customer' : 'console-pictures-shown') : t('console-pictures-elsewhere', { count: elsewhere });
  return html`
    <p class="designed-note" role="status"><${Icon} name="picture" /><span>${words}${missing > 0 && html` ${t('console-pictures-missing', { count: missing })}`}</span>
      ${shown !== null && html`<button disabled=${busy} onClick=${hide}>${t('console-pictures-hide')}</button>`}
      ${shown === null && html`<button disabled=${busy} title=${t('console-pictures-why')} onClick=${() => ask('message')}>${t('console-pictures-show')}</button>`}
      ${shown !== 'customer' && html`<button disabled=${busy} title=${t('console-pictures-why')} onClick=${() => ask('customer')}>${t('console-pictures-always')}</button>`}
    </p>`;
}

/**
 * @param {import('./letters.js').Markup} markup as the desk cleaned it
 * @param {string} title
 * @returns {Promise<Ready>}
 */
async function madeReady({ html: written, elsewhere, shown }, title) {
  // Nothing runs and nothing is fetched in a document without a window.
  const { body } = new DOMParser().parseFromString(written, 'text/html');
  for (const link of body.querySelectorAll('a[href]')) Object.assign(link, { target: '_blank', rel: 'noopener noreferrer nofollow' });
  for (const picture of body.querySelectorAll('[data-remote-src]')) picture.removeAttribute('data-remote-src');
  const own = [.../** @type {NodeListOf<HTMLImageElement>} */ (body.querySelectorAll('img[src]'))];
  const missing = await broughtAlong(own);
  for (const picture of own) Object.assign(picture.style, { maxWidth: '100%', height: picture.style.height || 'auto' });
  const measures = { letters: (body.textContent ?? '').length, blocks: body.querySelectorAll('p, li, tr, h1, h2, h3, br, div, blockquote').length, pictures: own.length };
  return { page: pageOf(body.innerHTML, title), height: heightFor(measures), elsewhere, missing, shown };
}

/**
 * The frame has no origin, so the desk gives it no files: pictures go into the page. What can't be had stays away.
 * @param {HTMLImageElement[]} pictures
 * @returns {Promise<number>} how many of those that lie elsewhere could not be had
 */
async function broughtAlong(pictures) {
  const wanted = pictures.map((picture) => ({ picture, address: picture.getAttribute('src') ?? '' })).filter(({ address }) => !address.startsWith('data:'));
  for (const { picture } of wanted) picture.removeAttribute('src');
  let room = MOST;
  let missing = 0;
  while (wanted.length) {
    const some = wanted.splice(0, AT_ONCE);
    const had = await Promise.all(some.map(({ address }) => bytesAt(address)));
    for (const [place, { picture, address }] of some.entries()) {
      const bytes = had[place];
      if (!bytes || bytes.size > room) {
        missing += address.startsWith('/pictures/') ? 1 : 0;
        continue;
      }
      room -= bytes.size;
      picture.setAttribute('src', await asData(bytes));
    }
  }
  return missing;
}

/** @param {string} address @returns {Promise<Blob | null>} a picture of ours, or one that came through the desk */
async function bytesAt(address) {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
  const answer = url?.origin === location.origin ? await fetch(url, { credentials: 'omit' }).catch(() => null) : null;
  const bytes = answer?.ok ? await answer.blob().catch(() => null) : null;
  return bytes?.type.startsWith('image/') ? bytes : null;
}

/** @param {Blob} bytes @returns {Promise<string>} */
function asData(bytes) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(bytes);
  });
}
