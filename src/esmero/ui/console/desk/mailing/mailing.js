/** Writing a mail that is no reply: who sends it, who gets it, what it says and what goes with it. */

import { useState } from 'preact/hooks';

import { toast } from '../../../shared/elements/announcer.js';
import { Button } from '../../../shared/elements/button.js';
import { Dialog } from '../../../shared/elements/dialog.js';
import { Area, Check, Field, Select } from '../../../shared/elements/field.js';
import { Notice } from '../../../shared/elements/notice.js';
import { html } from '../../../shared/html.js';
import { list, t } from '../../../shared/i18n.js';
import { useForm } from '../../form.js';
import { wordsOf } from '../composer/addressing.js';
import { people } from '../composer/recipients.js';
import { sizeOf } from '../talk/files.js';
import { Sight } from './sight.js';
import { Uploads, useUploads } from './uploads.js';
import { blank, callOf, isBlank, keyOf, misaddressed, sendersOf } from './mailing-form.js';

/**
 * @typedef {import('../state').Desk} Desk
 * @typedef {import('../types').Mailing} Mailing
 * @typedef {import('./mailing-form.js').Values} Values
 */

/** @param {{desk: Desk}} props */
export function Mailings({ desk }) {
  const mailing = desk.mailing.value;
  return mailing && html`<${Letter} key=${keyOf(mailing)} desk=${desk} mailing=${mailing} />`;
}

/** @param {{desk: Desk, mailing: Mailing}} props */
function Letter({ desk, mailing }) {
  const close = () => desk.mail(null);
  const senders = sendersOf(desk.store.inboxes.value.values(), mailing.kind === 'begin' ? 'begins' : 'recipients', mailing.inbox);
  const uploads = useUploads(desk.store);
  const [left, leave] = useState(/** @type {number[]} */ ([]));
  const files = mailing.kind === 'forward' ? mailing.files : [];
  const begun = desk.begunMails.get(keyOf(mailing));
  const { form, field, trouble, busy, values, change } = useForm(begun ?? blank(mailing, senders), async (written, key) => {
    const taken = files.map(({ id }) => id).filter((id) => !left.includes(id));
    const { path, body } = callOf(mailing, written, uploads.done, taken, key);
    const kept = await desk.store.api.post(path, body, key);
    desk.begunMails.delete(keyOf(mailing));
    close();
    sent(desk, mailing, written, kept);
  }, (written) => check(mailing, written, uploads.done));
  /** What is written outlives the dialog. @param {Partial<Values>} changes */
  const write = (changes) => {
    desk.begunMails.set(keyOf(mailing), { ...values, ...changes });
    change(changes);
  };
  const of = (/** @type {keyof Values} */ name) => ({ ...field(name), change: (/** @type {string} */ value) => write({ [name]: value }) });
  const foot = html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" type="submit" form="mailing" icon="send" busy=${busy || uploads.isBusy}>${t('console-send')}<//>`;
  return html`
    <${Dialog} title=${titleOf(mailing)} form="wide" close=${close} foot=${foot}>
      <form id="mailing" class="group mailing" ...${form}>
        ${senders.length > 1 && html`<${Select} label=${t('console-mail-from')} options=${senders} ...${of('from')} />`}
        <${Who} values=${values} of=${of} mailing=${mailing} />
        <${Field} label=${t('console-subject')} maxlength="240" ...${of('subject')} />
        <${Area} label=${t('console-mail-text-' + mailing.kind)} rows="7" dir="auto" ...${of('text')} />
        ${mailing.kind === 'forward' && html`<p class="hint">${t(mailing.event === null ? 'console-mail-quotes-all' : 'console-mail-quotes-one')}</p>`}
        ${files.length > 0 && html`
          <fieldset class="ticks"><legend>${t('console-mail-files')}</legend>
            ${files.map((file) => html`<${Check} key=${file.id} label=${`${file.name} · ${sizeOf(file.size)}`} value=${!left.includes(file.id)}
              change=${(/** @type {boolean} */ on) => leave(on ? left.filter((id) => id !== file.id) : [...left, file.id])} />`)}
          </fieldset>`}
        <${Uploads} uploads=${uploads} limits=${desk.store.limits.value} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      </form>
    <//>`;
}

/** Cc and Bcc stay away until somebody wants them. @param {{values: Values, of: (name: keyof Values) => any, mailing: Mailing}} props */
function Who({ values, of, mailing }) {
  const [copies, open] = useState(!!values.cc || !!values.bcc);
  const lines = { autocomplete: 'off', spellcheck: 'false', inputmode: 'email', dir: 'ltr' };
  return html`
    <${Field} label=${t('console-recipient-to')} hint=${t('console-mail-to-why-' + mailing.kind)} autofocus=${!values.to} ...${lines} ...${of('to')} />
    ${copies
      ? html`
        <${Field} label=${t('console-recipient-cc')} ...${lines} ...${of('cc')} />
        <${Field} label=${t('console-recipient-bcc')} ...${lines} ...${of('bcc')} />
        <${Sight} fields=${values} />`
      : html`<button type="button" class="more-copies" onClick=${() => open(true)}>${t('console-mail-copies')}</button>`}`;
}

/** @param {Mailing} mailing */
function titleOf(mailing) {
  if (mailing.kind === 'answer') return t('console-forward-reply', { name: mailing.name });
  return t(mailing.kind === 'begin' ? 'console-begin' : 'console-forward-title');
}

/**
 * @param {Mailing} mailing
 * @param {Values} values
 * @param {import('../types').FileShown[]} uploads
 * @returns {Record<string, string>}
 */
function check(mailing, values, uploads) {
  const trouble = misaddressed(values);
  if (trouble) return { [trouble.field]: wordsOf(trouble) };
  return isBlank(mailing, values, uploads) ? { text: t('console-field-empty') } : {};
}

/**
 * @param {Desk} desk
 * @param {Mailing} mailing
 * @param {Values} values
 * @param {{conversation: number}} kept
 */
function sent(desk, mailing, values, kept) {
  const names = list(people(values.to).map(({ name, address }) => name || address));
  toast(t('console-mail-sent', { names }));
  if (mailing.kind === 'begin') desk.openOne(kept.conversation);
}
