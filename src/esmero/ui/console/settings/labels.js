/** Labels: words that agents put on conversations, each in a tint. */

import { useState } from 'preact/hooks';

import { Button, IconButton } from '../../shared/elements/button.js';
import { Dialog } from '../../shared/elements/dialog.js';
import { Field } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { Confirm, Head, Swatches } from './room.js';

const TINTS = ['grey', 'green', 'blue', 'amber', 'red', 'violet'];

/** @typedef {{id?: number, name: string, tint: string}} Label */

/** @param {import('./room.js').Props} props */
export function Labels({ app, store }) {
  const [edited, setEdited] = useState(/** @type {Label | null} */ (null));
  const [removed, setRemoved] = useState(/** @type {Label | null} */ (null));
  const labels = [...store.labels.value.values()];

  return html`
    <${Head} title=${t('console-set-labels')} why=${t('console-set-labels-why')}
      action=${html`<${Button} kind="go" icon="plus" onClick=${() => setEdited({ name: '', tint: 'grey' })}>${t('console-set-label-new')}<//>`} />
    ${labels.length ? html`<ul class="sheet rows">${labels.map((label) => html`
      <li key=${label.id}>
        <span class=${'tint-' + label.tint}><i class="dot"></i></span>
        <strong class="grow clip">${label.name}</strong>
        <${IconButton} icon="pen" label=${t('console-edit-name', { name: label.name })} onClick=${() => setEdited(label)} />
        <${IconButton} icon="bin" label=${t('console-remove-name', { name: label.name })} onClick=${() => setRemoved(label)} />
      </li>`)}</ul>` : html`<p class="sheet none">${t('console-set-labels-none')}</p>`}
    ${edited && html`<${Form} app=${app} store=${store} label=${edited} close=${() => setEdited(null)} />`}
    ${removed && html`<${Confirm} title=${t('console-set-label-remove', { name: removed.name })} why=${t('console-set-label-remove-why')} go=${t('console-remove')}
      act=${async () => {
        await app.api.delete('/labels/' + removed.id);
        await store.refresh();
      }} close=${() => setRemoved(null)} />`}`;
}

/** @param {{app: import('../app.js').App, store: import('../store.js').Store, label: Label, close: () => void}} props */
function Form({ app, store, label, close }) {
  const { form, field, trouble, busy, values, change } = useForm({ name: label.name, tint: label.tint }, async (body, key) => {
    if (label.id) await app.api.patch('/labels/' + label.id, body, key);
    else await app.api.post('/labels', body, key);
    await store.refresh();
    close();
  });
  return html`
    <${Dialog} title=${t(label.id ? 'console-set-label-edit' : 'console-set-label-new')} close=${close}
      foot=${html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" type="submit" form="label" busy=${busy}>${t('console-save')}<//>`}>
      <form id="label" class="group" ...${form}>
        <${Field} label=${t('console-name')} maxlength="80" autofocus ...${field('name')} />
        <${Swatches} label=${t('console-set-tint')} name="tint" chosen=${values.tint} change=${(/** @type {string} */ tint) => change({ tint })}
          options=${TINTS.map((tint) => [tint, html`<span class=${'tint-' + tint}><i class="dot"></i></span>${t('console-tint-' + tint)}`])} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      </form>
    <//>`;
}
