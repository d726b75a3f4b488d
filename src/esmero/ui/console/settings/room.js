/** What the rooms of the settings are made of. */

import { useEffect, useState } from 'preact/hooks';

import { announce } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Dialog } from '../../shared/elements/dialog.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { href } from '../router.js';
import { wordsFor } from '../words.js';

/**
 * @typedef {object} Props what every room is given
 * @property {import('../app.js').App} app
 * @property {import('../store.js').Store} store
 * @property {string} item
 */

/**
 * @param {{title: string, why?: string, action?: any, back?: string, backTo?: string}} props
 */
export function Head({ title, why, action, back = '/settings', backTo }) {
  return html`
    <div>
      <a class=${'room-back' + (backTo ? '' : ' phone')} href=${href(back)}><span class="turned"><${Icon} name="back" /></span>${backTo || t('console-settings')}</a>
      <div class="room-head"><div><h1>${title}</h1>${why && html`<p>${why}</p>`}</div>${action}</div>
    </div>`;
}

/** @param {{title: string, why?: string, children: any}} props */
export function Group({ title, why, children }) {
  return html`<section class="group"><h2>${title}</h2>${why && html`<p class="why">${why}</p>`}${children}</section>`;
}

/**
 * Something that the desk is asked for when the room is entered.
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {{found: T | null, trouble: unknown, ask: () => Promise<void>}}
 */
export function useAsked(ask) {
  const [found, setFound] = useState(/** @type {T | null} */ (null));
  const [trouble, setTrouble] = useState(/** @type {unknown} */ (null));
  async function again() {
    try {
      const answer = await ask();
      setTrouble(null);
      setFound(answer);
    } catch (problem) {
      setTrouble(problem);
    }
  }
  useEffect(() => void again(), []);
  return { found, trouble, ask: again };
}

/** While it is asked for, when it could not be had, and when there is none. @param {{asked: ReturnType<typeof useAsked>, none: string, children: any}} props */
export function Listed({ asked, none, children }) {
  const { found, trouble, ask } = asked;
  if (trouble && !found) return html`<${Notice} kind="late" action=${html`<${Button} onClick=${ask}>${t('console-again')}<//>`}>${wordsFor(trouble)}<//>`;
  if (!found) return html`<div class="sheet none" aria-busy="true">${t('console-loading')}</div>`;
  return children?.length || (children && !Array.isArray(children)) ? html`<ul class="sheet rows">${children}</ul>` : html`<p class="sheet none">${none}</p>`;
}

/** Something to take elsewhere: a link, a secret, code. @param {{text: string, label: string}} props */
export function Copied({ text, label }) {
  const [done, setDone] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      announce(t('console-copied'));
      setTimeout(() => setDone(false), 2000);
    } catch {
      // Without permission the text is there to be selected by hand.
    }
  }
  return html`
    <div class="copied"><code dir="ltr" aria-label=${label} tabindex="0" role="textbox" aria-readonly="true">${words(text)}</code>
      <${Button} icon=${done ? 'tick' : 'copy'} onClick=${copy}>${t(done ? 'console-copied' : 'console-copy')}<//>
    </div>`;
}

/** Each of its words by itself, so that it breaks between them. @param {string} text */
const words = (text) => text.split(' ').map((word, index) => html`${index ? ' ' : ''}<span>${word}</span>`);

/** Shown once, and never again. @param {{title: string, why: string, text: string, close: () => void}} props */
export function Once({ title, why, text, close }) {
  return html`
    <${Dialog} title=${title} close=${close} form="wide" foot=${html`<${Button} kind="go" onClick=${close}>${t('console-done')}<//>`}>
      <p class="quiet">${why}</p><${Copied} text=${text} label=${title} />
    <//>`;
}

/**
 * Asks before something that can't be undone.
 * @param {{title: string, why: string, go: string, act: () => Promise<unknown>, close: () => void}} props
 */
export function Confirm({ title, why, go, act, close }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  async function run() {
    setBusy(true);
    try {
      await act();
      close();
    } catch (problem) {
      setTrouble(wordsFor(problem));
      setBusy(false);
    }
  }
  return html`
    <${Dialog} title=${title} close=${close} foot=${html`
      <${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="risky" busy=${busy} onClick=${run}>${go}<//>`}>
      <p class="quiet">${why}</p>${trouble && html`<${Notice} kind="late">${trouble}<//>`}
    <//>`;
}

/** Some of several. @param {{label: string, options: {id: number, name: string}[], chosen: number[], change: (chosen: number[]) => void, none: string}} props */
export function Picks({ label, options, chosen, change, none }) {
  const turn = (/** @type {number} */ id) => change(chosen.includes(id) ? chosen.filter((one) => one != id) : [...chosen, id]);
  return html`
    <fieldset class="field"><legend>${label}</legend>
      ${!options.length && html`<p class="hint">${none}</p>`}
      <div class="picks">${options.map(({ id, name }) => html`
        <label key=${id} class="check"><input type="checkbox" checked=${chosen.includes(id)} onChange=${() => turn(id)} /><span>${name}</span></label>`)}</div>
    </fieldset>`;
}

/** One of a few that are seen together. @param {{label: string, name: string, options: [string, any][], chosen: string, change: (value: any) => void}} props */
export function Swatches({ label, name, options, chosen, change }) {
  return html`
    <fieldset class="field"><legend>${label}</legend>
      <div class="swatches">${options.map(([value, shown]) => html`
        <label key=${value}><input type="radio" name=${name} value=${value} checked=${value === chosen} onChange=${() => change(value)} />${shown}</label>`)}</div>
    </fieldset>`;
}
