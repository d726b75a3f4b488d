/** One turn of talk: theirs, ours, or a note that only we see. */

import { Face } from '../../../shared/elements/face.js';
import { linked } from '../../../shared/elements/linked.js';
import { html } from '../../../shared/html.js';
import { list, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { clock, moment } from '../../../shared/times.js';
import { Files } from './files.js';
import { Copies, LetterTools, Machine, Quoted } from './letter.js';
import { Trouble } from './trouble.js';

/**
 * @typedef {import('../types').Turn} Turn
 *
 * @typedef {object} Props
 * @property {Turn} turn
 * @property {string} name of who said it
 * @property {boolean} mine
 * @property {string} language of the customer's words, '' if not known
 * @property {boolean} fresh whether it arrived while one was looking
 * @property {boolean} found whether it is what one looked for
 * @property {(key: string, act: import('../types').TurnAct, unsure?: boolean) => unknown} act
 * @property {import('./letters.js').Letters | null} [letters] what can be asked for beside a mail
 */

/** @param {Props} props */
export function Turn({ turn, name, mine, language, fresh, found, act, letters = null }) {
  const states = ['turn', turn.side, turn.passed && 'passed', !turn.first && 'on', turn.mark, fresh && 'arrives', found && 'found'];
  return html`
    <li class=${states.filter(Boolean).join(' ')} data-key=${turn.key}>
      ${turn.first ? html`<${Head} turn=${turn} name=${name} mine=${mine} /><${Face} name=${name} />` : html`<span class="unseen">${name}, ${clock(turn.at)}</span>`}
      <div class="saying" lang=${turn.side === 'them' && language ? language : null}>
        <${Bubble} turn=${turn} name=${name} />
        ${letters?.mayForward && isForwardable(turn) && html`
          <button class="pass-on" aria-label=${t('console-forward')} title=${t('console-forward')} onClick=${() => act(turn.key, 'forward')}><${Icon} name="forward" /></button>`}
        ${turn.letter && turn.text !== null && html`<${LetterTools} turn=${turn} name=${name} letters=${letters} act=${act} />`}
        <${Trouble} turn=${turn} act=${act} />
      </div>
    </li>`;
}

/** What was said with the customer, and what came back; notes stay with us. @param {Turn} turn */
const isForwardable = ({ event, side, passed, text }) => event > 0 && text !== null && (side !== 'note' || passed?.kind === 'answered');

/** @param {{turn: Turn, name: string, mine: boolean}} props */
function Head({ turn, name, mine }) {
  const who = turn.passed ? passedBy(turn.passed, name) : turn.side === 'note' ? t('console-note-by', { name }) : mine ? t('console-you') : name;
  return html`
    <h2>
      ${turn.side === 'note' && html`<${Icon} name=${turn.passed ? (turn.passed.kind === 'queued' ? 'forward' : 'reply') : 'note'} />`}
      <bdi>${who}</bdi>
      <span><time datetime=${new Date(turn.at).toISOString()} title=${moment(turn.at)}>${clock(turn.at)}</time><${Mark} of=${turn.mark} /></span>
      ${turn.letter && html`<${Machine} machine=${turn.letter.machine} />`}
    </h2>`;
}

/**
 * @param {NonNullable<Turn['passed']>} passed
 * @param {string} name of who wrote it
 */
function passedBy({ kind, names, answers }, name) {
  if (kind === 'answered') return t('console-forward-answered', { name });
  return t(answers ? 'console-forward-replied' : 'console-forward-by', { name, to: list(names) });
}

/** @param {{of: import('../types').Mark}} props */
function Mark({ of }) {
  return of === '' || of === 'refused' ? null : html`${' · '}${t('console-mark-' + of)}`;
}

/** @param {{turn: Turn, name: string}} props */
function Bubble({ turn, name }) {
  if (turn.text === null) return html`<div class="bubble gone">${t('console-erased')}</div>`;
  return html`
    <div class="bubble">
      ${turn.letter && html`<${Copies} letter=${turn.letter} />`}
      ${turn.text && html`<div class="said" dir="auto">${linked(turn.text)}</div>`}
      ${turn.letter?.quoted && html`<${Quoted} text=${turn.letter.quoted} who=${name} />`}
      ${turn.files.length > 0 && html`<${Files} files=${turn.files} />`}
    </div>`;
}
