/** The test button: tries both servers and says in words what is wrong. */

import { useState } from 'preact/hooks';

import { announce } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { wordsFor } from '../words.js';
import { SIDES, trial, tried, verdict } from './mail.js';
import { hintWords, stepWords } from './mail-words.js';

/**
 * @typedef {object} Test
 * @property {{report: import('./mail.js').Report, of: string} | null} done
 * @property {boolean} busy
 * @property {string} trouble
 * @property {(values: any) => Promise<void>} run
 */

/**
 * @param {import('../app.js').App} app
 * @param {{id: number} | null} inbox
 * @returns {Test}
 */
export function useTest(app, inbox) {
  const [done, setDone] = useState(/** @type {Test['done']} */ (null));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  async function run(/** @type {any} */ values) {
    setBusy(true);
    setTrouble('');
    try {
      const test = { report: await app.api.post('/mailboxes/try', trial(values, inbox)), of: tried(values) };
      setDone(test);
      announce(said(test, values));
    } catch (problem) {
      setTrouble(wordsFor(problem));
    } finally {
      setBusy(false);
    }
  }
  return { done, busy, trouble, run };
}

/** The whole in a sentence or two, for who listens. @param {NonNullable<Test['done']>} test @param {any} values */
function said(test, values) {
  const wrong = SIDES.flatMap((side) => test.report[side].filter(({ ok }) => !ok).map((step) => `${t('console-mail-' + side)}: ${stepWords(side, step)}`));
  return [t('console-mail-verdict-' + verdict(test, values)), ...wrong].join(' ');
}

/**
 * @param {{test: Test, values: any, change: (changes: any) => void, note?: string}} props note: what to know before it is pressed
 */
export function Trial({ test, values, change, note }) {
  const { done, busy, trouble, run } = test;
  function take(/** @type {string} */ folder) {
    change({ folder });
    run({ ...values, folder });
  }
  return html`
    <div class="acts">
      <${Button} id="mail-test" busy=${busy} onClick=${() => run(values)}>${t('console-mail-test')}<//>
      <span class="quiet small">${busy ? t('console-mail-testing') : note || t('console-mail-test-why')}</span>
    </div>
    ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
    ${done && !trouble && html`<${Results} report=${done.report} old=${busy || done.of != tried(values)} take=${take} />`}`;
}

/** @param {{report: import('./mail.js').Report, old?: boolean, take: (folder: string) => void}} props old: something has been changed since */
export function Results({ report, old = false, take }) {
  return html`
    <div class=${'results' + (old ? ' old' : '')}>
      ${SIDES.map((side) => html`
        <section key=${side}><h3>${t('console-mail-' + side)}</h3>
          <ol>${report[side].map((step, place) => html`<${OneStep} key=${place} side=${side} step=${step} take=${take} />`)}</ol>
        </section>`)}
    </div>`;
}

/** @param {{side: 'receive' | 'send', step: import('./mail.js').Step, take?: (folder: string) => void}} props */
export function OneStep({ side, step, take = () => {} }) {
  const kind = !step.ok ? 'wrong' : step.name == 'note' ? 'note' : 'fine';
  return html`
    <li class=${kind}>
      <${Icon} name=${{ wrong: 'cross', note: 'info', fine: 'tick' }[kind]} label=${t('console-mail-step-' + kind)} />
      <div><p>${stepWords(side, step)}</p>
        ${step.hint && html`<p class="quiet small">${hintWords(step.hint)}</p>`}
        ${step.folders.length > 0 && html`
          <p class="quiet small">${t('console-mail-folders')}</p>
          <div class="acts">${step.folders.map((folder) => html`<${Button} key=${folder} onClick=${() => take(folder)}>${folder}<//>`)}</div>`}
      </div>
    </li>`;
}
