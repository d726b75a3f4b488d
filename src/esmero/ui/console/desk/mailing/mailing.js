/** Writing a mail that is no reply: who sends it, who gets it, what it says and what goes with it. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { toast } from '../../../shared/elements/announcer.js';
import { Button } from '../../../shared/elements/button.js';
import { Dialog } from '../../../shared/elements/dialog.js';
import { Area, Check, Field, Select } from '../../../shared/elements/field.js';
import { Notice } from '../../../shared/elements/notice.js';
import { html } from '../../../shared/html.js';
import { list, t } from '../../../shared/i18n.js';
import { newId } from '../../../shared/ids.js';
import { useForm } from '../../form.js';
import { wordsFor } from '../../words.js';
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
  const name = keyOf(mailing);
  const senders = sendersOf(desk.store.inboxes.value.values(), mailing.kind === 'begin' ? 'begins' : 'recipients', mailing.inbox);
  const begun = useMemo(() => desk.begunMails.of(name, blank(mailing, senders)), []);
  const isOpen = useIsOpen();
  const uploads = useUploads(desk.store, begun.files);
  const [left, leave] = useState(/** @type {number[]} */ ([]));
  const files = mailing.kind === 'forward' ? mailing.files : [];
  const { form, field, trouble, values, change } = useForm(begun.values, async (written, key) => {
    const taken = files.map(({ id }) => id).filter((id) => !left.includes(id));
    const { path, body } = callOf(mailing, written, uploads.done, taken, key);
    begun.sending.value = true;
    const kept = await desk.store.api.post(path, body, key).catch((error) => unsent(desk, mailing, isOpen.current, error)).finally(() => (begun.sending.value = false));
    desk.begunMails.drop(name);
    const { value: shown } = desk.mailing;
    if (shown && keyOf(shown) === name) close();
    sent(desk, mailing, written, kept, isOpen.current);
  }, (written) => check(mailing, written, uploads.done), begun.key);
  const busy = begun.sending.value;
  /** What is written outlives the dialog. @param {Partial<Values>} changes */
  const write = (changes) => {
    change(changes);
    begun.values = { ...begun.values, ...changes };
    desk.begunMails.keep(name, begun);
  };
  const there = uploads.done.map(({ id }) => id).join();
  useEffect(() => {
    if (there === begun.files.map(({ id }) => id).join()) return;
    begun.files = uploads.done;
    begun.key.current = newId();
    desk.begunMails.keep(name, begun);
  }, [there]);
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

/** @returns {{readonly current: boolean}} whether this dialog is still in front of somebody: what it does goes on behind it */
function useIsOpen() {
  const isOpen = useRef(true);
  useEffect(() => () => void (isOpen.current = false), []);
  return isOpen;
}

/**
 * Who has closed the dialog meanwhile stays where they are.
 * @param {Desk} desk
 * @param {Mailing} mailing
 * @param {Values} values
 * @param {{conversation: number}} kept
 * @param {boolean} isOpen
 */
function sent(desk, mailing, values, kept, isOpen) {
  const names = list(people(values.to).map(({ name, address }) => name || address));
  toast(t('console-mail-sent', { names }));
  if (mailing.kind === 'begin' && isOpen) desk.openOne(kept.conversation);
}

/**
 * Who has closed the dialog meanwhile learns all the same that it was not sent, and has the way back to it.
 * @param {Desk} desk
 * @param {Mailing} mailing
 * @param {boolean} isOpen
 * @param {unknown} error
 * @returns {never}
 */
function unsent(desk, mailing, isOpen, error) {
  const action = { name: t('console-mail-back'), act: () => desk.mail(mailing) };
  if (!isOpen) toast(t('console-mail-unsent', { reason: wordsFor(error) }), { kind: 'late', action });
  throw error;
}
