/** How a mailbox is doing: asked every ten seconds while somebody looks. */

import { useEffect } from 'preact/hooks';

import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { sinceWhen } from '../desk/words.js';
import { troubleWords, whatToDo } from './mail-words.js';
import { useAsked } from './room.js';

const AGAIN = 10_000;

/**
 * @typedef {object} State
 * @property {'ok' | 'connecting' | 'waiting' | 'refused' | 'none'} kind none: nobody follows it
 * @property {string} code
 * @property {string} words
 * @property {number} since
 * @property {number | null} last_mail_at
 * @property {boolean} idles
 * @property {number} later
 * @property {number} too_large
 */

/** @type {State} */
const NONE = { kind: 'none', code: '', words: '', since: 0, last_mail_at: null, idles: false, later: 0, too_large: 0 };

/**
 * @param {import('../app.js').App} app
 * @param {number} id
 * @returns {State | null} null until it is known
 */
export function useMailbox(app, id) {
  const { found, ask } = useAsked(() => app.api.get('/mailboxes/' + id).catch(nobody));
  useEffect(() => {
    const timer = setInterval(() => document.hidden || ask(), AGAIN);
    return () => clearInterval(timer);
  }, []);
  return found;
}

/** @param {any} problem */
function nobody(problem) {
  if (problem.status == 404) return NONE;
  throw problem;
}

/** The state of one mailbox, in words. @param {{state: State | null, receives: boolean}} props receives: a server is set to fetch mail from */
export function Doing({ state, receives }) {
  if (!state) return html`<p class="quiet small" aria-busy="true">${t('console-loading')}</p>`;
  const kind = state.kind == 'none' && !receives ? 'handed' : state.kind;
  return html`
    <div class="mailbox">
      ${kind == 'refused' || kind == 'waiting' ? html`<${Trouble} state=${state} />` : html`
        <p class=${'mailbox-kind ' + kind}><${Icon} name=${SIGNS[kind]} /><span>${t('console-mail-state-' + kind)}</span></p>`}
      ${state.kind != 'none' && html`<${Facts} state=${state} />`}
    </div>`;
}

const SIGNS = { ok: 'tick', connecting: 'clock', waiting: 'warning', refused: 'warning', none: 'clock', handed: 'info' };

/** @param {{state: State}} props */
function Trouble({ state: { kind, code, words } }) {
  const more = kind == 'refused' ? [whatToDo(code), t('console-mail-refused-again')] : [t('console-mail-waiting-again')];
  return html`
    <${Notice} kind=${kind == 'refused' ? 'late' : 'soon'} title=${t('console-mail-state-' + kind)}>
      <span class="line">${troubleWords(code, words)}</span><span class="line">${more.filter(Boolean).join(' ')}</span>
    <//>`;
}

/** @param {{state: State}} props */
function Facts({ state: { kind, since, last_mail_at, idles, later, too_large } }) {
  const now = Date.now();
  const facts = [
    [t('console-mail-since'), sinceWhen(since, now)],
    [t('console-mail-last'), last_mail_at ? sinceWhen(last_mail_at, now) : t('console-mail-last-none')],
    kind == 'ok' && [t('console-mail-told'), t(idles ? 'console-mail-told-once' : 'console-mail-told-asked')],
    later > 0 && [t('console-mail-later'), t('console-mail-later-count', { count: later })],
    too_large > 0 && [t('console-mail-large'), t('console-mail-large-count', { count: too_large })],
  ];
  return html`<dl class="facts">${facts.map((fact) => fact && html`<div key=${fact[0]}><dt>${fact[0]}</dt><dd class="figures">${fact[1]}</dd></div>`)}</dl>`;
}

/** In the list of inboxes: only where something is wrong. @param {{app: import('../app.js').App, id: number}} props */
export function Mark({ app, id }) {
  const state = useMailbox(app, id);
  if (state?.kind != 'refused' && state?.kind != 'waiting') return null;
  return html`<span class=${'word sign ' + (state.kind == 'refused' ? 'late' : 'soon')} title=${troubleWords(state.code, state.words)}><${Icon} name="warning" />${t('console-mail-mark-' + state.kind)}</span>`;
}
