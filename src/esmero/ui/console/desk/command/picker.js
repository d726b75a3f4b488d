/**
 * A field and a list below it (WAI-ARIA's combobox with a list box): letters narrow it, arrows walk, Enter does it. The
 * focus stays in the field.
 */

import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { Dialog } from '../../../shared/elements/dialog.js';
import { Kbd } from '../../../shared/elements/kbd.js';
import { step } from '../../../shared/elements/stepping.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';

/**
 * @typedef {object} Choice
 * @property {string} id
 * @property {string} title
 * @property {() => void} act
 * @property {string} [words] found too
 * @property {string} [icon]
 * @property {string} [line] a second line
 * @property {string} [hint] at the end
 * @property {string} [keys] the shortcut, shown and not handled here
 * @property {boolean} [on] true or false makes it a mark that can be set
 * @property {boolean} [stays] the list stays open afterwards
 *
 * @typedef {{name: string, choices: Choice[]}} Group a name of '' shows none
 */

/**
 * @param {object} props
 * @param {string} props.title
 * @param {string} props.placeholder
 * @param {(query: string) => Group[]} props.find
 * @param {() => void} props.close
 * @param {(query: string) => void} [props.asked] told at each letter
 * @param {string} [props.empty] what to say when nothing was found
 * @param {any} [props.children] below the list
 */
export function Picker({ title, placeholder, find, close, asked, empty, children }) {
  const [query, write] = useState('');
  const [at, walk] = useState(0);
  const id = useId();
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const groups = find(query).filter(({ choices }) => choices.length);
  const all = groups.flatMap(({ choices }) => choices);
  const chosen = Math.min(at, all.length - 1);
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [chosen, query]);

  /** @param {Choice} choice */
  const take = (choice) => {
    if (!choice.stays) close();
    choice.act();
  };
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && all[chosen]) take(all[chosen]);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(step(event, chosen, all.map((choice) => choice.title)) ?? chosen);
    else return;
    event.preventDefault();
  };
  return html`
    <${Dialog} title=${title} close=${close} form="top">
      <div class="picker">
        <div class="picker-field"><${Icon} name="find" />
          <input role="combobox" aria-expanded="true" aria-controls=${id} aria-autocomplete="list" aria-label=${title} autocomplete="off" spellcheck=${false}
            aria-activedescendant=${all[chosen] ? id + chosen : null} placeholder=${placeholder} value=${query} autofocus onKeyDown=${press}
            onInput=${(/** @type {any} */ { target }) => {
              write(target.value);
              walk(0);
              asked?.(target.value);
            }} />
        </div>
        <div class="picker-list" role="listbox" id=${id} aria-label=${title} ref=${list}>
          ${groups.map((group) => html`<${Choices} key=${group.name} id=${id} group=${group} all=${all} chosen=${chosen} take=${take} walk=${walk} />`)}
        </div>
        ${!all.length && html`<p class="picker-empty" role="status">${empty ?? t('console-none-found')}</p>`}
        ${children}
      </div>
    <//>`;
}

/** @param {{id: string, group: Group, all: Choice[], chosen: number, take: (choice: Choice) => void, walk: (at: number) => void}} props */
function Choices({ id, group, all, chosen, take, walk }) {
  return html`
    <div role="group" aria-label=${group.name || null}>
      ${group.name && html`<div class="picker-group" aria-hidden="true">${group.name}</div>`}
      ${group.choices.map((choice) => {
        const at = all.indexOf(choice);
        return html`
          <div key=${choice.id} id=${id + at} role="option" class=${'picker-choice' + (choice.line ? ' two' : '')} aria-selected=${String(at === chosen)}
            aria-checked=${choice.on === undefined ? null : String(choice.on)} onClick=${() => take(choice)} onPointerMove=${() => at !== chosen && walk(at)}>
            ${choice.on === undefined ? choice.icon && html`<${Icon} name=${choice.icon} />` : html`<span class="mark">${choice.on && html`<${Icon} name="tick" />`}</span>`}
            <span class="picker-words"><span class="clip"><bdi>${choice.title}</bdi></span>${choice.line && html`<span class="clip line"><bdi>${choice.line}</bdi></span>`}</span>
            ${choice.hint && html`<small>${choice.hint}</small>`}${choice.keys && html`<${Kbd} keys=${choice.keys} />`}
          </div>`;
      })}
    </div>`;
}
