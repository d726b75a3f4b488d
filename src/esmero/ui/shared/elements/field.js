/** What one types into or chooses from, with its name above, and below what helps or what is wrong. */

import { useId, useRef, useState } from 'preact/hooks';

import { html } from '../html.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { IconButton } from './button.js';

/**
 * @typedef {object} Props
 * @property {string} label
 * @property {string} [hint]
 * @property {string} [error]
 * @property {string} [value]
 * @property {(value: string) => void} [change]
 * @property {boolean} [quiet] the label is for screen readers alone
 */

/** A line of text. @param {Props & Record<string, any>} props */
export function Field({ label, hint, error, quiet, change, ...rest }) {
  const id = useId();
  return html`
    <${Frame} id=${id} label=${label} hint=${hint} error=${error} quiet=${quiet}>
      <input class="input" type="text" ...${rest} ...${told(id, hint, error)} onInput=${taking(change)} />
    <//>`;
}

/** Several lines. @param {Props & Record<string, any>} props */
export function Area({ label, hint, error, quiet, change, ...rest }) {
  const id = useId();
  return html`
    <${Frame} id=${id} label=${label} hint=${hint} error=${error} quiet=${quiet}>
      <textarea class="input" rows="3" ...${rest} ...${told(id, hint, error)} onInput=${taking(change)}></textarea>
    <//>`;
}

/** One of a few. @param {Props & {options: [value: string, name: string][]} & Record<string, any>} props */
export function Select({ label, hint, error, quiet, change, options, value, ...rest }) {
  const id = useId();
  return html`
    <${Frame} id=${id} label=${label} hint=${hint} error=${error} quiet=${quiet}>
      <span class="select">
        <select class="input" ...${rest} ...${told(id, hint, error)} onChange=${taking(change)}>
          ${options.map(([code, name]) => html`<option key=${code} value=${code} selected=${code === value}>${name}</option>`)}
        </select><${Icon} name="down" />
      </span>
    <//>`;
}

/** A password, which can be looked at while it is typed. @param {Props & Record<string, any>} props */
export function Password({ label, hint, error, quiet, change, ...rest }) {
  const id = useId();
  const [seen, setSeen] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  return html`
    <${Frame} id=${id} label=${label} hint=${hint} error=${error} quiet=${quiet}>
      <span class="with-button">
        <input ref=${input} class="input" ...${rest} type=${seen ? 'text' : 'password'} spellcheck=${false} autocapitalize="none"
          ...${told(id, hint, error)} onInput=${taking(change)} />
        <${IconButton} icon="eye" label=${t('shared-show-password')} aria-pressed=${seen} onClick=${() => {
          setSeen(!seen);
          input.current?.focus();
        }} />
      </span>
    <//>`;
}

/**
 * On or off.
 * @param {object} props
 * @param {string} props.label
 * @param {boolean} props.value
 * @param {(on: boolean) => void} props.change
 * @param {string} [props.hint]
 */
export function Check({ label, hint, value, change, ...rest }) {
  const id = useId();
  return html`
    <div class="check">
      <input type="checkbox" id=${id} checked=${value} ...${rest} aria-describedby=${hint ? id + 'h' : null}
        onChange=${(/** @type {any} */ { currentTarget }) => change(currentTarget.checked)} />
      <div><label for=${id}>${label}</label>${hint && html`<p class="hint" id=${id + 'h'}>${hint}</p>`}</div>
    </div>`;
}

/** @param {{id: string, label: string, hint?: string, error?: string, quiet?: boolean, children: any}} props */
function Frame({ id, label, hint, error, quiet, children }) {
  return html`
    <div class=${'field' + (error ? ' wrong' : '')}>
      <label for=${id} class=${quiet ? 'unseen' : null}>${label}</label>
      ${children}
      ${error && html`<p class="error" id=${id + 'e'}><${Icon} name="warning" />${error}</p>`}
      ${hint && html`<p class="hint" id=${id + 'h'}>${hint}</p>`}
    </div>`;
}

/**
 * Ties an input to the words around it.
 * @param {string} id
 * @param {string} [hint]
 * @param {string} [error]
 */
function told(id, hint, error) {
  const words = [error && id + 'e', hint && id + 'h'].filter(Boolean).join(' ');
  return { id, 'aria-invalid': error ? 'true' : null, 'aria-describedby': words || null };
}

/** @param {((value: string) => void) | undefined} change */
function taking(change) {
  return (/** @type {any} */ { currentTarget }) => change?.(currentTarget.value);
}
