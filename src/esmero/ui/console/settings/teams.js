/** Teams: who works together, and which inboxes they see. */

import { useState } from 'preact/hooks';

import { Button, IconButton } from '../../shared/elements/button.js';
import { Dialog } from '../../shared/elements/dialog.js';
import { Face } from '../../shared/elements/face.js';
import { Field } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { list, t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { Confirm, Head, Picks } from './room.js';

/**
 * @typedef {import('../store.js').Store} Store
 * @typedef {{id?: number, name: string, members: number[], inboxes: number[]}} Team
 */

/** @param {import('./room.js').Props} props */
export function Teams({ app, store }) {
  const [edited, setEdited] = useState(/** @type {Team | null} */ (null));
  const [removed, setRemoved] = useState(/** @type {Team | null} */ (null));
  const teams = [...store.teams.value.values()];
  return html`
    <${Head} title=${t('console-set-teams')} why=${t('console-set-teams-why')}
      action=${html`<${Button} kind="go" icon="plus" onClick=${() => setEdited({ name: '', members: [], inboxes: [] })}>${t('console-set-team-new')}<//>`} />
    ${teams.length ? html`<ul class="sheet rows">${teams.map((team) => html`<${Row} key=${team.id} store=${store} team=${team} edit=${() => setEdited(team)} remove=${() => setRemoved(team)} />`)}</ul>`
      : html`<p class="sheet none">${t('console-set-teams-none')}</p>`}
    ${edited && html`<${Form} app=${app} store=${store} team=${edited} close=${() => setEdited(null)} />`}
    ${removed && html`<${Confirm} title=${t('console-set-team-remove', { name: removed.name })} why=${t('console-set-team-remove-why')} go=${t('console-set-team-remove-go')}
      act=${async () => {
        await app.api.delete('/teams/' + removed.id);
        await store.refresh();
      }} close=${() => setRemoved(null)} />`}`;
}

/** @param {{store: Store, team: Team, edit: () => void, remove: () => void}} props */
function Row({ store, team, edit, remove }) {
  const members = team.members.flatMap((id) => store.agents.value.get(id) ?? []);
  const inboxes = team.inboxes.flatMap((id) => store.inboxes.value.get(id)?.name ?? []);
  return html`
    <li>
      <div class="grow"><strong class="clip">${team.name}</strong>
        <small class="clip">${inboxes.length ? t('console-set-team-sees', { inboxes: list(inboxes) }) : t('console-set-team-sees-none')}</small></div>
      <span class="stack" title=${list(members.map(({ name }) => name))}>${members.slice(0, 4).map((one) => html`<${Face} key=${one.id} name=${one.name} size="small" />`)}<span class="unseen">${list(members.map(({ name }) => name))}</span></span>
      <${IconButton} icon="pen" label=${t('console-edit-name', { name: team.name })} onClick=${edit} />
      <${IconButton} icon="bin" label=${t('console-remove-name', { name: team.name })} onClick=${remove} />
    </li>`;
}

/** @param {{app: import('../app.js').App, store: Store, team: Team, close: () => void}} props */
function Form({ app, store, team, close }) {
  const { form, field, trouble, busy, values, change } = useForm({ name: team.name, members: team.members, inboxes: team.inboxes }, async (body, key) => {
    if (team.id) await app.api.patch('/teams/' + team.id, body, key);
    else await app.api.post('/teams', body, key);
    await store.refresh();
    close();
  });
  const people = [...store.agents.value.values()].filter(({ id, disabled }) => !disabled || values.members.includes(id));
  const inboxes = [...store.inboxes.value.values()].filter(({ id, removed }) => !removed || values.inboxes.includes(id));
  return html`
    <${Dialog} title=${t(team.id ? 'console-set-team-edit' : 'console-set-team-new')} close=${close}
      foot=${html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" type="submit" form="team" busy=${busy}>${t('console-save')}<//>`}>
      <form id="team" class="group" ...${form}>
        <${Field} label=${t('console-name')} maxlength="80" autofocus ...${field('name')} />
        <${Picks} label=${t('console-set-team-members')} options=${people} chosen=${values.members} change=${(/** @type {number[]} */ members) => change({ members })} none="" />
        <${Picks} label=${t('console-set-team-inboxes')} options=${inboxes} chosen=${values.inboxes} change=${(/** @type {number[]} */ inboxes) => change({ inboxes })} none=${t('console-set-inboxes-none')} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      </form>
    <//>`;
}
