/**
 * A question that has to be answered before anything else. The browser's own dialog keeps the focus inside, gives it
 * back afterwards, and closes on Escape.
 */

import { useId, useLayoutEffect, useRef } from 'preact/hooks';

import { html } from '../html.js';
import { t } from '../i18n.js';
import { IconButton } from './button.js';
import { Slow } from './slow.js';

/**
 * @param {object} props
 * @param {string} props.title
 * @param {() => void} props.close
 * @param {any} props.children
 * @param {any} [props.foot] its buttons, the one that goes on last
 * @param {'' | 'wide' | 'top'} [props.form]
 */
export function Dialog({ title, close, children, foot, form = '' }) {
  const element = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  // Before the page is drawn, or the next key of somebody quick would still go to what lies below.
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    dialog?.showModal();
    return () => {
      dialog?.close();
      // Preact takes the element away before the browser gives the focus back.
      if (before?.isConnected) before.focus();
    };
  }, []);
  return html`
    <dialog ref=${element} class=${'dialog ' + form} aria-labelledby=${id} onCancel=${(/** @type {Event} */ event) => {
      event.preventDefault();
      close();
    }} onMouseDown=${(/** @type {MouseEvent} */ event) => event.target == element.current && close()}>
      <div class="dialog-sheet">
        <header><h2 id=${id}>${title}</h2><${IconButton} icon="cross" label=${t('shared-close')} onClick=${close} /></header>
        <div class="dialog-body">${children}</div>
        <${Slow} />
        ${foot && html`<footer>${foot}</footer>`}
      </div>
    </dialog>`;
}
