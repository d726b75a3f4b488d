/** Inviting somebody, and changing what an agent is called and may do. */

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Dialog } from '../../shared/elements/dialog.js';
import { Check, Field, Select } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { language, t } from '../../shared/i18n.js';
import { LANGUAGES } from '../../shared/languages.js';
import { useForm } from '../form.js';
import { Picks } from './room.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../store.js').Store} Store
 */

const ROLES = ['agent', 'supervisor', 'administrator'];
const roles = () => ROLES.map((role) => [role, t('console-role-' + role)]);

/** @param {{app: App, store: Store, agent: import('./agents.js').Agent, close: () => void}} props */
export function AgentForm({ app, store, agent, close }) {
  const { form, field, trouble, busy, values, change } = useForm({ name: agent.name, role: agent.role, trainee: agent.trainee }, async (body, key) => {
    await app.api.patch('/agents/' + agent.id, body, key);
    await store.refresh();
    toast(t('console-saved'));
    close();
  });
  return html`
    <${Dialog} title=${agent.name} close=${close} foot=${html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" type="submit" form="agent" busy=${busy}>${t('console-save')}<//>`}>
      <form id="agent" class="group" ...${form}>
        <${Field} label=${t('console-name')} maxlength="80" ...${field('name')} />
        <${Select} label=${t('console-set-role')} hint=${t('console-role-why-' + values.role)} options=${roles()} ...${field('role')} />
        <${Check} label=${t('console-set-trainee')} hint=${t('console-set-trainee-why')} value=${values.trainee} change=${(/** @type {boolean} */ trainee) => change({ trainee })} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      </form>
    <//>`;
}

/** @param {{app: App, store: Store, close: () => void, made: (made: {link: string}, email: string) => void}} props */
export function InviteForm({ app, store, close, made }) {
  const initial = { email: '', name: '', role: 'agent', teams: /** @type {number[]} */ ([]), language: language.peek() };
  const { form, field, trouble, busy, values, change } = useForm(initial, async (body, key) => {
    made(await app.api.post('/invitations', body, key), body.email);
  });
  return html`
    <${Dialog} title=${t('console-set-invite')} close=${close} foot=${html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" type="submit" form="invite" busy=${busy}>${t('console-set-invite-go')}<//>`}>
      <form id="invite" class="group" ...${form}>
        <${Field} label=${t('console-email')} type="email" inputmode="email" autocapitalize="none" spellcheck=${false} autofocus ...${field('email')} />
        <div class="pair">
          <${Field} label=${t('console-set-name-maybe')} maxlength="80" ...${field('name')} />
          <${Select} label=${t('console-door-language')} options=${Object.entries(LANGUAGES)} ...${field('language')} />
        </div>
        <${Select} label=${t('console-set-role')} hint=${t('console-role-why-' + values.role)} options=${roles()} ...${field('role')} />
        <${Picks} label=${t('console-set-teams')} options=${[...store.teams.value.values()]} chosen=${values.teams} change=${(/** @type {number[]} */ teams) => change({ teams })} none=${t('console-set-teams-none')} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      </form>
    <//>`;
}
