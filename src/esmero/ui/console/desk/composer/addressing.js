/** Who gets the reply: one quiet line, which opens into three fields. */

import { html } from '../../../shared/html.js';
import { list, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { Field, Select } from '../../../shared/elements/field.js';
import { Sight } from '../mailing/sight.js';
import { FIELDS, MOST, people } from './recipients.js';

/** @param {{composing: import('./composing.js').Composing, senders: string[]}} props */
export function Addressing({ composing, senders }) {
  const open = composing.addressing.value;
  const fields = composing.recipients.value;
  return html`
    <div class="addressing">
      <button class="line" aria-expanded=${String(open)} aria-controls="recipients" onClick=${() => (composing.addressing.value = !open)}>
        <span class="clip">${composing.sender.value && html`<span>${t('console-sent-from', { address: composing.sender.value })}</span>`}${FIELDS.filter((field) => fields[field].trim()).map((field) => html`<span key=${field}>${t('console-copies-' + field, { names: list(people(fields[field]).map(({ name, address }) => name || address)) })}</span>`)}</span>
        <${Icon} name="down" />
      </button>
      ${open && html`<${Fields} composing=${composing} senders=${senders} />`}
    </div>`;
}

/** @param {{composing: import('./composing.js').Composing, senders: string[]}} props */
function Fields({ composing, senders }) {
  const fields = composing.recipients.value;
  const trouble = composing.misaddressed.value;
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    composing.addressing.value = false;
    /** @type {HTMLElement | null} */ (document.querySelector('.addressing .line'))?.focus();
  };
  return html`
    <div id="recipients" class="recipients" role="group" aria-label=${t('console-recipients')} onKeyDown=${press}>
      ${senders.length > 1 && html`<${Select} label=${t('console-mail-from')} value=${composing.sender.value || senders[0]}
        options=${senders.map((address) => [address, address])} change=${(/** @type {string} */ address) => (composing.sender.value = address === senders[0] ? '' : address)} />`}
      ${FIELDS.map((field) => html`
        <${Field} key=${field} label=${t('console-recipient-' + field)} value=${fields[field]} autocomplete="off" spellcheck=${false} inputmode="email"
          hint=${field === 'to' ? '' : t(`console-recipient-${field}-why`)} error=${trouble?.field === field ? wordsOf(trouble) : ''}
          change=${(/** @type {string} */ text) => composing.address({ ...fields, [field]: text })} />`)}
      <${Sight} fields=${fields} />
      <p class="hint">${t('console-recipients-many')}
        ${composing.isReaddressed.value && html` <button onClick=${() => composing.address(null)}>${t('console-recipients-back')}</button>`}</p>
    </div>`;
}

/** @param {import('./recipients.js').Trouble} trouble */
export function wordsOf({ code, what }) {
  return t({ 'wrong': 'console-recipient-wrong', 'one': 'console-recipient-one', 'too-many': 'console-recipients-too-many' }[code], { what, limit: MOST });
}
