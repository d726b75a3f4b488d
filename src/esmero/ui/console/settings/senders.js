/** Senders whose mail is junk, or never is: by address, or by domain. */

import { useState } from 'preact/hooks';

import { Button, IconButton } from '../../shared/elements/button.js';
import { Dialog } from '../../shared/elements/dialog.js';
import { Field, Select } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { Confirm, Head, Listed, useAsked } from './room.js';

/** @typedef {{id: number, name: string, verdict: 'allow' | 'block', inbox: number | null, by: string, at: number}} Entry */

/** @param {import('./room.js').Props} props */
export function Senders({ app, store }) {
  const listed = useAsked(() => app.api.get('/senders'));
  const [making, make] = useState(false);
  const [removed, setRemoved] = useState(/** @type {Entry | null} */ (null));
  const where = (/** @type {Entry} */ { inbox }) => (inbox === null ? t('console-senders-everywhere') : store.inboxes.value.get(inbox)?.name ?? '');
  return html`
    <${Head} title=${t('console-set-senders')} why=${t('console-set-senders-why')}
      action=${html`<${Button} kind="go" icon="plus" onClick=${() => make(true)}>${t('console-senders-new')}<//>`} />
    <${Listed} asked=${listed} none=${t('console-set-senders-none')}>
      ${/** @type {Entry[]} */ (listed.found?.items ?? []).map((one) => html`
        <li key=${one.id}>
          <div class="grow"><strong class="clip" dir="ltr">${one.name}</strong><small class="clip">${where(one)}</small></div>
          <span class="chips flush"><span class=${'word ' + (one.verdict == 'allow' ? 'kept' : 'soon')}>${t('console-senders-' + one.verdict)}</span></span>
          <${IconButton} icon="bin" label=${t('console-remove-name', { name: one.name })} onClick=${() => setRemoved(one)} />
        </li>`)}
    <//>
    ${making && html`<${Form} app=${app} inboxes=${mailboxes(store)} done=${listed.ask} close=${() => make(false)} />`}
    ${removed && html`<${Confirm} title=${t('console-senders-remove', { name: removed.name })} why=${t('console-senders-remove-why')} go=${t('console-remove')}
      act=${async () => {
        await app.api.delete('/senders/' + removed.id);
        await listed.ask();
      }} close=${() => setRemoved(null)} />`}`;
}

/** @param {{app: import('../app.js').App, inboxes: [string, string][], done: () => Promise<void>, close: () => void}} props */
function Form({ app, inboxes, done, close }) {
  const { form, field, trouble, busy, values } = useForm({ name: '', verdict: 'block', inbox: '' }, async ({ name, verdict, inbox }, key) => {
    await app.api.post('/senders', { name, verdict, inbox: Number(inbox) || null }, key);
    await done();
    close();
  }, ({ name }) => (/.\../.test(name) ? {} : { name: t('console-field-not-a-sender') }));
  return html`
    <${Dialog} title=${t('console-senders-new')} close=${close}
      foot=${html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" type="submit" form="sender" busy=${busy}>${t('console-save')}<//>`}>
      <form id="sender" class="group" ...${form}>
        <${Field} label=${t('console-senders-name')} hint=${t('console-senders-name-why')} dir="ltr" maxlength="320" autofocus autocapitalize="none" spellcheck=${false} ...${field('name')} />
        <${Select} label=${t('console-senders-verdict')} hint=${values.verdict == 'allow' ? t('console-senders-allow-why') : ''} options=${['block', 'allow'].map((one) => [one, t('console-senders-' + one)])} ...${field('verdict')} />
        <${Select} label=${t('console-senders-where')} options=${[['', t('console-senders-everywhere')], ...inboxes]} ...${field('inbox')} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      </form>
    <//>`;
}

/** @param {import('../store.js').Store} store @returns {[string, string][]} */
export function mailboxes(store) {
  const all = /** @type {any[]} */ ([...store.inboxes.value.values()]);
  return all.filter(({ channel, removed }) => channel == 'email' && !removed).map(({ id, name }) => [String(id), name]);
}
