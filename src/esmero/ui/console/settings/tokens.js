/** Tokens, by which programs use the API in the name of whoever made them. */

import { useState } from 'preact/hooks';

import { Button, IconButton } from '../../shared/elements/button.js';
import { Dialog } from '../../shared/elements/dialog.js';
import { Field, Select } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { short } from '../../shared/times.js';
import { sinceWhen } from '../desk/words.js';
import { useForm } from '../form.js';
import { Confirm, Head, Listed, Once, useAsked } from './room.js';

/** @param {import('./room.js').Props} props */
export function Tokens({ app }) {
  const asked = useAsked(() => app.api.get('/tokens'));
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState(/** @type {string} */ (''));
  const [removed, setRemoved] = useState(/** @type {any} */ (null));
  return html`
    <${Head} title=${t('console-set-tokens')} why=${t('console-set-tokens-why')}
      action=${html`<${Button} kind="go" icon="plus" onClick=${() => setMaking(true)}>${t('console-set-token-new')}<//>`} />
    <${Listed} asked=${asked} none=${t('console-set-tokens-none')}>
      ${/** @type {any[]} */ (asked.found?.items ?? []).map((token) => html`
        <li key=${token.id}>
          <${Icon} name="key" />
          <div class="grow"><strong class="clip">${token.name}</strong><small>${t('console-role-' + token.role)} · ${usedWhen(token)}</small></div>
          <${IconButton} icon="bin" label=${t('console-remove-name', { name: token.name })} onClick=${() => setRemoved(token)} />
        </li>`)}
    <//>
    ${making && html`<${Form} app=${app} close=${() => setMaking(false)} made=${(/** @type {string} */ token) => {
      setMaking(false);
      setMade(token);
      asked.ask();
    }} />`}
    ${made && html`<${Once} title=${t('console-set-token-made')} why=${t('console-set-token-made-why')} text=${made} close=${() => setMade('')} />`}
    ${removed && html`<${Confirm} title=${t('console-set-token-remove', { name: removed.name })} why=${t('console-set-token-remove-why')} go=${t('console-remove')}
      act=${async () => {
        await app.api.delete('/tokens/' + removed.id);
        await asked.ask();
      }} close=${() => setRemoved(null)} />`}`;
}

/** @param {{used_at?: number | null, created_at: number}} token */
function usedWhen({ used_at, created_at }) {
  return used_at ? t('console-set-token-used', { time: sinceWhen(used_at, Date.now()) }) : t('console-set-token-since', { time: short(created_at) });
}

/** @param {{app: import('../app.js').App, close: () => void, made: (token: string) => void}} props */
function Form({ app, close, made }) {
  const { form, field, trouble, busy } = useForm({ name: '', role: 'agent' }, async (body, key) => {
    const { token } = await app.api.post('/tokens', body, key);
    made(token);
  });
  return html`
    <${Dialog} title=${t('console-set-token-new')} close=${close}
      foot=${html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" type="submit" form="token" busy=${busy}>${t('console-set-token-go')}<//>`}>
      <form id="token" class="group" ...${form}>
        <${Field} label=${t('console-name')} hint=${t('console-set-token-name-why')} maxlength="80" autofocus ...${field('name')} />
        <${Select} label=${t('console-set-role')} options=${['agent', 'supervisor', 'administrator'].map((role) => [role, t('console-role-' + role)])} ...${field('role')} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      </form>
    <//>`;
}
