/** Agents: who works here, what they may do, and who has been invited. */

import { useState } from 'preact/hooks';

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Face } from '../../shared/elements/face.js';
import { Menu } from '../../shared/elements/menu.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { day } from '../../shared/times.js';
import { wordsFor } from '../words.js';
import { AgentForm, InviteForm } from './agent-forms.js';
import { Confirm, Group, Head, Listed, Once, useAsked } from './room.js';

/**
 * @typedef {import('../desk/types').Agent & {email: string, trainee: boolean}} Agent
 * @typedef {{id: number, email: string, name: string, role: string, trainee: boolean, teams: number[], expires_at: number | null}} Invitation
 * @typedef {{kind: 'edit' | 'disable' | 'invite' | 'link' | 'withdraw', agent?: any, link?: string, title?: string, mailed?: boolean}} Step what is being done
 */

/** @param {import('./room.js').Props} props */
export function Agents({ app, store }) {
  const [step, setStep] = useState(/** @type {Step | null} */ (null));
  const invited = useAsked(() => app.api.get('/invitations'));
  const agents = /** @type {Agent[]} */ ([...store.agents.value.values()]);
  const close = () => setStep(null);

  /** @param {Promise<any>} doing */
  async function run(doing) {
    try {
      const done = await doing;
      await store.refresh();
      return done;
    } catch (problem) {
      toast(wordsFor(problem), { kind: 'late' });
    }
  }

  /** @param {Agent} agent */
  async function reset(agent) {
    const made = await run(app.api.post(`/agents/${agent.id}/reset`));
    if (made) setStep({ kind: 'link', link: made.link, title: t('console-set-reset-made', { name: agent.name }) });
  }

  /** @param {Invitation} one */
  async function inviteAgain({ email, role, teams, name, trainee }) {
    const made = await run(app.api.post('/invitations', { email, role, teams, name, trainee }));
    if (made) setStep({ kind: 'link', link: made.link, mailed: made.mailed, title: t('console-set-invited', { name: email }) });
    await invited.ask();
  }

  /** @param {Agent} agent */
  const itemsFor = (agent) => [
    { name: t('console-set-agent-edit'), icon: 'pen', act: () => setStep({ kind: 'edit', agent }) },
    ...(agent.disabled
      ? [{ name: t('console-set-agent-enable'), icon: 'undo', act: () => run(app.api.patch('/agents/' + agent.id, { disabled: false })) }]
      : [
          { name: t('console-set-agent-reset'), icon: 'key', act: () => reset(agent) },
          { name: t('console-set-agent-disable'), icon: 'block', risky: true, act: () => setStep({ kind: 'disable', agent }) },
        ]),
  ];

  return html`
    <${Head} title=${t('console-set-agents')} why=${t('console-set-agents-why')}
      action=${html`<${Button} kind="go" icon="plus" onClick=${() => setStep({ kind: 'invite' })}>${t('console-set-invite')}<//>`} />
    <ul class="sheet rows">${agents.map((agent) => html`<${AgentRow} key=${agent.id} agent=${agent} me=${store.me.value.id} items=${itemsFor(agent)} />`)}</ul>
    ${invited.found?.items.length !== 0 && html`
      <${Group} title=${t('console-set-invitations')}>
        <${Listed} asked=${invited} none=${''}>
          ${/** @type {Invitation[]} */ (invited.found?.items ?? []).map((one) => html`<${InvitationRow} key=${one.id} one=${one} again=${() => inviteAgain(one)} withdraw=${() => setStep({ kind: 'withdraw', agent: one })} />`)}
        <//>
      <//>`}
    ${step?.kind == 'edit' && html`<${AgentForm} app=${app} store=${store} agent=${step.agent} close=${close} />`}
    ${step?.kind == 'invite' && html`<${InviteForm} app=${app} store=${store} close=${close} made=${(/** @type {any} */ made, /** @type {string} */ email) => {
      setStep({ kind: 'link', link: made.link, mailed: made.mailed, title: t('console-set-invited', { name: email }) });
      invited.ask();
    }} />`}
    ${step?.kind == 'link' && html`<${Once} title=${step.title} why=${t(step.mailed ? 'console-set-link-mailed' : 'console-set-link-why')} text=${step.link} close=${close} />`}
    ${step?.kind == 'disable' && html`<${Confirm} title=${t('console-set-agent-disable-ask', { name: step.agent.name })} why=${t('console-set-agent-disable-why')} go=${t('console-set-agent-disable')}
      act=${async () => {
        await app.api.patch('/agents/' + step.agent.id, { disabled: true });
        await store.refresh();
      }} close=${close} />`}
    ${step?.kind == 'withdraw' && html`<${Confirm} title=${t('console-set-withdraw-ask', { name: step.agent.email })} why=${t('console-set-withdraw-why')} go=${t('console-set-withdraw')}
      act=${async () => {
        await app.api.delete('/invitations/' + step.agent.id);
        await invited.ask();
      }} close=${close} />`}`;
}

/** @param {{agent: Agent, me: number, items: import('../../shared/elements/menu.js').Item[]}} props */
function AgentRow({ agent, me, items }) {
  return html`
    <li>
      <${Face} name=${agent.name} />
      <div class="grow"><strong class="clip">${agent.name}</strong><small class="clip">${agent.email}</small></div>
      <span class="chips">
        ${agent.id == me && html`<span class="word kept">${t('console-you')}</span>`}
        ${agent.disabled && html`<span class="word soon">${t('console-set-disabled')}</span>`}
        ${agent.trainee && html`<span class="word">${t('console-set-trainee')}</span>`}
        <span class="word">${t('console-role-' + agent.role)}</span>
      </span>
      <${Menu} look="icon-button" align="end" label=${t('console-set-do-with', { name: agent.name })} items=${items}><${Icon} name="more" /><//>
    </li>`;
}

/** @param {{one: Invitation, again: () => void, withdraw: () => void}} props */
function InvitationRow({ one, again, withdraw }) {
  return html`
    <li>
      <${Icon} name="email" />
      <div class="grow"><strong class="clip">${one.email}</strong><small>${t('console-role-' + one.role)} · ${one.expires_at ? t('console-set-until', { day: day(one.expires_at) }) : t('console-set-expired')}</small></div>
      <${Button} onClick=${again}>${t('console-set-invite-again')}<//>
      <${Button} kind="bare" onClick=${withdraw}>${t('console-set-withdraw')}<//>
    </li>`;
}
