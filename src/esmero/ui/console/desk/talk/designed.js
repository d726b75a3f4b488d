/**
 * A mail as its writer designed it, in a frame that runs nothing, belongs to no origin and fetches nothing. Its links
 * open in a tab of their own.
 */

import { useEffect, useState } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { wordsFor } from '../../words.js';
import { heightFor, pageOf } from './letter-form.js';

/** Bytes of pictures that one mail may bring along. */
const MOST = 12e6;

/**
 * @typedef {{page: string, height: number, elsewhere: number}} Ready
 * @param {{letters: import('./letters.js').Letters, turn: import('../types').Turn, name: string}} props
 */
export function Designed({ letters, turn, name }) {
  const [ready, show] = useState(/** @type {Ready | null} */ (null));
  const [trouble, tell] = useState('');
  const title = t('console-designed-by', { name });
  const load = () => {
    tell('');
    letters.markup(turn.event).then((markup) => madeReady(markup, title)).then(show, (error) => tell(wordsFor(error)));
  };
  useEffect(load, [turn.event]);
  if (trouble) return html`<p class="designed-note" role="alert">${trouble} <button onClick=${load}>${t('console-again')}</button></p>`;
  if (!ready) return html`<div class="designed waiting" role="status" aria-label=${t('console-loading')}></div>`;
  return html`
    ${ready.elsewhere > 0 && html`<p class="designed-note"><${Icon} name="picture" />${t('console-pictures-elsewhere', { count: ready.elsewhere })}</p>`}
    <div class="designed" style=${{ height: ready.height + 'px' }}>
      <iframe title=${title} sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" srcdoc=${ready.page}></iframe>
    </div>`;
}

/**
 * @param {string} markup as the desk cleaned it
 * @param {string} title
 * @returns {Promise<Ready>}
 */
async function madeReady(markup, title) {
  // Nothing runs and nothing is fetched in a document without a window.
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  for (const link of body.querySelectorAll('a[href]')) Object.assign(link, { target: '_blank', rel: 'noopener noreferrer nofollow' });
  const elsewhere = body.querySelectorAll('[data-remote-src]');
  for (const picture of elsewhere) picture.removeAttribute('data-remote-src');
  const own = [.../** @type {NodeListOf<HTMLImageElement>} */ (body.querySelectorAll('img[src]'))];
  await broughtAlong(own);
  for (const picture of own) Object.assign(picture.style, { maxWidth: '100%', height: picture.style.height || 'auto' });
  const measures = { letters: (body.textContent ?? '').length, blocks: body.querySelectorAll('p, li, tr, h1, h2, h3, br, div, blockquote').length, pictures: own.length };
  return { page: pageOf(body.innerHTML, title), height: heightFor(measures), elsewhere: elsewhere.length };
}

/**
 * The frame has no origin, so the desk gives it no files: its own pictures go into the page. What can't be had stays away.
 * @param {HTMLImageElement[]} pictures
 */
async function broughtAlong(pictures) {
  let room = MOST;
  for (const picture of pictures) {
    const address = picture.getAttribute('src') ?? '';
    if (address.startsWith('data:')) continue;
    picture.removeAttribute('src');
    const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
    const answer = url?.origin === location.origin ? await fetch(url, { credentials: 'omit' }).catch(() => null) : null;
    const bytes = answer?.ok ? await answer.blob() : null;
    if (!bytes?.type.startsWith('image/') || bytes.size > room) continue;
    room -= bytes.size;
    picture.setAttribute('src', await asData(bytes));
  }
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
