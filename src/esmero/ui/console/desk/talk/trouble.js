/** What went wrong with a message of ours, and what one can do about it. */

import { useState } from 'preact/hooks';

import { Button } from '../../../shared/elements/button.js';
import { Dialog } from '../../../shared/elements/dialog.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { untilWhen } from '../words.js';
import { isVague, saidWords, whyWords } from './trouble-words.js';

/**
 * @typedef {import('../types').Turn} Turn
 * @typedef {import('./turn.js').Props['act']} Act
 */

/** @param {{turn: Turn, act: Act}} props */
export function Trouble({ turn, act }) {
  const { key, mark, reason } = turn;
  if (mark === 'queued') return html`<${Waits} turn=${turn} act=${act} />`;
  if (mark === 'failed' || mark === 'unknown') return html`<${Ended} turn=${turn} act=${act} />`;
  if (mark === 'replaced') return html`<div class="trouble was"><span>${t('console-why-replaced')}</span></div>`;
  if (turn.letter?.returned.length) return html`<${CameBack} turn=${turn} act=${act} />`;
  if (mark !== 'refused') return null;
  return html`
    <div class="trouble">
      <span>${t('console-why-refused', { reason })}</span>
      <button onClick=${() => act(key, 'again')}>${t('console-send-again')}</button>
      <button onClick=${() => act(key, 'edit')}>${t('console-edit-again')}</button>
      <button onClick=${() => act(key, 'discard')}>${t('console-discard')}</button>
    </div>`;
}

/** It has not left yet. @param {{turn: Turn, act: Act}} props */
function Waits({ turn: { key, at, until, trouble }, act }) {
  const waits = until > 0 && trouble && html`<span>${t('console-why-waits', { time: untilWhen(until, at), why: whyWords(trouble) })}</span><${Said} of=${trouble} />`;
  return html`<div class=${'trouble' + (until ? ' for-now' : '')}>${waits}<button onClick=${() => act(key, 'recall')}>${t('console-recall')}</button></div>`;
}

/** It did not leave, or nobody knows. @param {{turn: Turn, act: Act}} props */
function Ended({ turn, act }) {
  const { mark, trouble } = turn;
  if (!trouble) return null;
  const { address, forAll } = trouble;
  const why = whyWords(trouble);
  const words = mark === 'unknown' ? t('console-why-unknown', { why }) : address ? t('console-why-failed-to', { address, why }) : t('console-why-failed', { why });
  return html`
    <div class="trouble">
      <span>${words}${forAll && ' ' + t('console-why-for-all')}</span>
      <${Said} of=${trouble} />
      <${Anew} turn=${turn} act=${act} again=${true} unsure=${mark === 'unknown'} />
    </div>`;
}

/** It left and came back, from one address or several. @param {{turn: Turn, act: Act}} props */
function CameBack({ turn, act }) {
  const returned = turn.letter?.returned ?? [];
  const last = returned.findLastIndex(({ permanent }) => permanent);
  return returned.map(({ address, permanent, trouble }, index) => html`
    <div key=${address} class=${'trouble' + (permanent ? '' : ' for-now')}>
      <span>${t(permanent ? 'console-why-bounced' : 'console-why-delayed', { address, why: whyWords(trouble) })}</span>
      <${Said} of=${trouble} />
      ${index === last && html`<${Anew} turn=${turn} act=${act} />`}
    </div>`);
}

/** The server's own words are folded, unless only they tell what it is. @param {{of: import('../types').Trouble}} props */
function Said({ of }) {
  const words = saidWords(of);
  return words && html`<details class="server-said" open=${isVague(of)}><summary>${t('console-server-said')}</summary><q dir="auto">${words}</q></details>`;
}

/**
 * Sending it again, as it is or corrected. What may have left is not sent twice unasked.
 * @param {{turn: Turn, act: Act, again?: boolean, unsure?: boolean}} props
 */
function Anew({ turn, act, again = false, unsure = false }) {
  const [asks, ask] = useState(/** @type {'resend' | 'rewrite' | null} */ (null));
  const [busy, wait] = useState(false);
  const go = async (/** @type {'resend' | 'rewrite'} */ what) => {
    ask(null);
    wait(true);
    await act(turn.key, what, unsure);
    wait(false);
  };
  const press = (/** @type {'resend' | 'rewrite'} */ what) => () => (unsure ? ask(what) : go(what));
  const writes = turn.side === 'us';
  return html`
    <span class="anew">
      ${again && html`<button disabled=${busy} onClick=${press('resend')}>${t('console-send-again')}</button>`}
      ${writes && html`<button disabled=${busy} onClick=${press('rewrite')}>${t('console-edit-and-send')}</button>`}
    </span>
    ${asks && html`<${Unsure} close=${() => ask(null)} go=${() => go(asks)} words=${t(asks === 'resend' ? 'console-send-again' : 'console-edit-and-send')} />`}`;
}

/** @param {{close: () => void, go: () => void, words: string}} props */
function Unsure({ close, go, words }) {
  const foot = html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" onClick=${go}>${words}<//>`;
  return html`<${Dialog} title=${t('console-unsure-title')} close=${close} foot=${foot}><p>${t('console-unsure-why')}</p><//>`;
}
