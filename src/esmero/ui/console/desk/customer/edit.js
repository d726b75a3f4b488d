/** The form in which an agent corrects what is known of a customer. */

import { useState } from 'preact/hooks';

import { announce } from '../../../shared/elements/announcer.js';
import { Button } from '../../../shared/elements/button.js';
import { Area, Field, Select } from '../../../shared/elements/field.js';
import { html } from '../../../shared/html.js';
import { language, t } from '../../../shared/i18n.js';
import { LANGUAGES, nameOf } from '../../../shared/languages.js';
import { fieldsOf, wordsFor } from '../../words.js';
import { changesOf, formOf, wrongIn } from './edits.js';

/** @param {{desk: import('../state').Desk, customer: import('../types').Customer, done: () => void}} props */
export function Edit({ desk, customer, done }) {
  const [before] = useState(formOf(customer));
  const [form, write] = useState(before);
  const [wrong, tell] = useState(/** @type {Record<string, string>} */ ({}));
  const [busy, work] = useState(false);

  /** @param {Event} event */
  const keep = async (event) => {
    event.preventDefault();
    const changes = changesOf(before, form);
    const [[field, what] = []] = Object.entries(wrongIn(changes));
    if (field && what) return tell({ [field]: t(what) });
    work(true);
    try {
      await desk.editCustomer(customer.id, changes);
      announce(t('console-kept'));
      done();
    } catch (error) {
      const fields = fieldsOf(error);
      tell(Object.keys(fields).length ? fields : { name: wordsFor(error) });
      work(false);
    }
  };
  /** @param {keyof import('./edits.js').Form} name */
  const bound = (name) => ({ value: form[name], error: wrong[name], change: (/** @type {string} */ value) => write({ ...form, [name]: value }) });
  const languages = Object.keys({ ...LANGUAGES, ...(form.language ? { [form.language]: '' } : {}) });
  return html`
    <section>
      <form novalidate onSubmit=${keep} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && (event.stopPropagation(), done())}>
        <${Field} label=${t('console-name')} maxlength="200" autocomplete="off" ...${bound('name')} />
        <${Field} label=${t('console-reach-email')} type="email" autocomplete="off" ...${bound('email')} />
        <${Field} label=${t('console-reach-phone')} type="tel" autocomplete="off" ...${bound('phone')} />
        <${Select} label=${t('console-language')} ...${bound('language')} options=${[['', t('console-unknown')], ...languages.map((code) => [code, nameOf(code, language.value)])]} />
        <${Select} label=${t('console-reach-address')} ...${bound('address')}
          options=${[['', t('console-unknown')], ['formal', t('console-address-formal')], ['familiar', t('console-address-familiar')]]} />
        <${Area} label=${t('console-about')} maxlength="5000" ...${bound('about')} />
        <div class="labels"><${Button} kind="go" type="submit" busy=${busy}>${t('console-keep')}<//><${Button} kind="bare" onClick=${done}>${t('console-cancel')}<//></div>
      </form>
    </section>`;
}
