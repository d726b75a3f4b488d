/** What a mail has beside its words: who else got it, what it quotes, how it was designed, what came as it came. */

import { useId, useState } from 'preact/hooks';

import { linked } from '../../../shared/elements/linked.js';
import { html } from '../../../shared/html.js';
import { list, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { Designed } from './designed.js';
import { nameIn } from './letter-form.js';
import { Source } from './source.js';

/**
 * @typedef {import('../types').Letter} Letter
 * @typedef {import('./letters.js').Letters} Letters
 */

const SIGNS = { 'bounce': 'undo', 'auto-reply': 'clock', 'list': 'people', 'receipt': 'ticks', 'calendar': 'file' };

/** Which machine wrote it. @param {{machine: string}} props */
export function Machine({ machine }) {
  return machine && html`<span class="machine"><${Icon} name=${/** @type {Record<string, string>} */ (SIGNS)[machine]} />${t('console-machine-' + machine)}</span>`;
}

/** Who got it, where that is more than the customer and us. @param {{letter: Letter}} props */
export function Copies({ letter }) {
  const lines = /** @type {const} */ (['to', 'cc', 'bcc']).filter((which) => letter[which].length);
  if (!lines.length) return null;
  return html`
    <p class="copies">
      ${lines.map((which) => html`<span key=${which} title=${letter[which].map(([address]) => address).join(', ')}>${t('console-copies-' + which, { names: list(letter[which].map(nameIn)) })}</span>`)}
    </p>`;
}

/** What they quote is folded, and never gone. @param {{text: string, who: string}} props */
export function Quoted({ text, who }) {
  const [open, show] = useState(false);
  const id = useId();
  return html`
    <button class="fold" aria-expanded=${String(open)} aria-controls=${id} title=${t('console-quoted')} aria-label=${t('console-quoted-by', { name: who })} onClick=${() => show(!open)}><span aria-hidden="true">…</span></button>
    <blockquote id=${id} class="quoted said" dir="auto" hidden=${!open}>${open && linked(text)}</blockquote>`;
}

/**
 * @param {object} props
 * @param {import('../types').Turn} props.turn
 * @param {string} props.name of who wrote it
 * @param {Letters | null} props.letters null where nothing can be asked for
 * @param {import('./turn.js').Props['act']} props.act
 */
export function LetterTools({ turn, name, letters, act }) {
  const [designed, show] = useState(false);
  const [asks, ask] = useState(false);
  const { formatted, source } = turn.letter ?? {};
  const opens = !!source && !!letters?.mayOpen;
  const answers = !!letters?.mayForward && turn.passed?.kind === 'answered';
  if (!letters || (!formatted && !opens && !answers)) return null;
  return html`
    <div class="letter-tools">
      ${answers && html`<button class="next" onClick=${() => act(turn.key, 'answer')}>${t('console-forward-reply', { name })}</button>`}
      ${formatted && html`<button aria-expanded=${String(designed)} onClick=${() => show(!designed)}>${t(designed ? 'console-designed-hide' : 'console-designed-show')}</button>`}
      ${opens && html`<button class="rare" aria-haspopup="dialog" onClick=${() => ask(true)}>${t('console-source-open')}</button>`}
    </div>
    ${designed && html`<${Designed} letters=${letters} turn=${turn} name=${name} />`}
    ${asks && source && html`<${Source} letters=${letters} source=${source} close=${() => ask(false)} />`}`;
}
