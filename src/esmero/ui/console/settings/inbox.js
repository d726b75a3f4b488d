/** One inbox. A chat: how a shop puts it on its pages, what its customers see, when somebody is there. */

import { useState } from 'preact/hooks';

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { cleaned, same, snippet } from './chat.js';
import { HoursForm } from './hours.js';
import { Removal, SaveBar, Unsaved, refusedFields } from './inbox-frame.js';
import { Appearance, Conversations, Names, Sites, Ways } from './inbox-parts.js';
import { MailInbox } from './mail-inbox.js';
import { Confirm, Copied, Group, Head, Once, Picks, useAsked } from './room.js';
import { wrongWith } from './week.js';

/** @param {import('./room.js').Props} props */
export function Inbox({ app, store, item }) {
  const asked = useAsked(() => app.api.get('/inboxes/' + encodeURIComponent(item)));
  const inbox = /** @type {any} */ (asked.found);
  if (asked.trouble) return html`<${Head} title=${t('console-set-gone')} why=${t('console-set-gone-why')} back="/settings/inboxes" backTo=${t('console-set-inboxes')} />`;
  if (!inbox) return html`<div class="sheet none" aria-busy="true">${t('console-loading')}</div>`;
  return html`
    <${Head} title=${inbox.name} back="/settings/inboxes" backTo=${t('console-set-inboxes')} />
    <${inbox.channel == 'email' ? MailInbox : Chat} app=${app} store=${store} inbox=${inbox} saved=${asked.ask} />`;
}

/** @param {{app: import('../app.js').App, store: import('../store.js').Store, inbox: any, saved: () => void}} props */
function Chat({ app, store, inbox, saved }) {
  return html`
    <${Group} title=${t('console-set-snippet')} why=${t('console-set-snippet-why')}><${Copied} text=${snippet(location.origin, inbox)} label=${t('console-set-snippet')} /><//>
    <${Form} app=${app} store=${store} inbox=${inbox} saved=${saved} />
    <${Identity} app=${app} inbox=${inbox} renewed=${saved} />
    <${Removal} app=${app} store=${store} inbox=${inbox} />`;
}

/** @param {{app: import('../app.js').App, store: import('../store.js').Store, inbox: any, saved: () => void}} props */
function Form({ app, store, inbox, saved }) {
  const initial = { name: inbox.name, teams: inbox.teams, ...inbox.settings };
  const { form, field, errors, trouble, busy, values, change } = useForm(initial, async ({ name, teams, ...settings }, key) => {
    await app.api.patch('/inboxes/' + inbox.id, { name, teams, settings: cleaned(settings) }, key).catch(refusedFields);
    await store.refresh();
    saved();
    toast(t('console-saved'));
  }, wrongHours);
  const dirty = !same(initial, values);
  const part = { values, errors, field, change };
  return html`
    <${Unsaved} dirty=${dirty} />
    <form class="parts" ...${form}>
      <${Group} title=${t('console-set-part-names')}><div class="sheet form"><${Names} ...${part} /></div><//>
      <${Group} title=${t('console-set-part-hours')} why=${t('console-set-part-hours-why')}><div class="sheet form"><${HoursForm} hours=${values.hours} errors=${errors} change=${(/** @type {any} */ hours) => change({ hours })} /></div><//>
      <${Group} title=${t('console-set-part-look')}><div class="sheet form"><${Appearance} ...${part} /></div><//>
      <${Group} title=${t('console-set-part-ways')} why=${t('console-set-part-ways-why')}><div class="sheet form"><${Ways} ...${part} /></div><//>
      <${Group} title=${t('console-set-part-sites')} why=${t('console-set-part-sites-why')}><div class="sheet form"><${Sites} ...${part} /></div><//>
      <${Group} title=${t('console-set-part-talk')}><div class="sheet form"><${Conversations} ...${part} mailboxes=${[...store.inboxes.value.values()].filter(({ channel, removed }) => channel === 'email' && !removed)} />
        <${Picks} label=${t('console-set-inbox-teams')} options=${[...store.teams.value.values()]} chosen=${values.teams} change=${(/** @type {number[]} */ teams) => change({ teams })} none=${t('console-set-inbox-teams-none')} /></div><//>
      <${SaveBar} dirty=${dirty} trouble=${trouble} busy=${busy} discard=${() => change(initial)} />
    </form>`;
}

/** @param {any} values */
function wrongHours({ hours }) {
  const wrong = !hours.always && hours.days.map(wrongWith).find(Boolean);
  return wrong ? { 'hours.days': t('console-set-hours-' + wrong) } : {};
}

/** @param {{app: import('../app.js').App, inbox: any, renewed: () => void}} props */
function Identity({ app, inbox, renewed }) {
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState('');
  async function renew() {
    const made = await app.api.post(`/inboxes/${inbox.id}/secret`);
    setSecret(made.secret);
  }
  return html`
    <${Group} title=${t('console-set-identity')} why=${t('console-set-identity-why')}>
      <div class="sheet form">
        <p>${t(inbox.has_secret ? 'console-set-identity-there' : 'console-set-identity-none')}</p>
        <div class="acts"><${Button} icon="key" onClick=${() => (inbox.has_secret ? setAsking(true) : renew())}>${t(inbox.has_secret ? 'console-set-secret-renew' : 'console-set-secret-make')}<//></div>
      </div>
    <//>
    ${asking && html`<${Confirm} title=${t('console-set-secret-ask')} why=${t('console-set-secret-ask-why')} go=${t('console-set-secret-renew')} act=${renew} close=${() => setAsking(false)} />`}
    ${secret && html`<${Once} title=${t('console-set-secret-made')} why=${t('console-set-secret-made-why')} text=${secret} close=${() => {
      setSecret('');
      renewed();
    }} />`}`;
}
