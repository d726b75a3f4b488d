/** One e-mail inbox: how it is doing, what its customers see, its servers. */

import { toast } from '../../shared/elements/announcer.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { same } from './chat.js';
import { Removal, SaveBar, Unsaved, refusedFields } from './inbox-frame.js';
import { NO_SECRETS, given, keptFit, verdict, written, wrongWith } from './mail.js';
import { Arriving, Mails, Secrets, Servers, Verdict, Writer } from './mail-parts.js';
import { HandedHelp } from './mail-help.js';
import { Doing, useMailbox } from './mail-state.js';
import { Trial, useTest } from './mail-test.js';
import { Group, Picks } from './room.js';

/** @param {{app: import('../app.js').App, store: import('../store.js').Store, inbox: any, saved: () => void}} props */
export function MailInbox({ app, store, inbox, saved }) {
  const state = useMailbox(app, inbox.id);
  return html`
    <${Group} title=${t('console-mail-doing')}><${Doing} state=${state} receives=${!!inbox.settings.receive.host} /><//>
    <${Form} app=${app} store=${store} inbox=${inbox} saved=${saved} />
    <${Removal} app=${app} store=${store} inbox=${inbox} />`;
}

/** @param {{app: import('../app.js').App, store: import('../store.js').Store, inbox: any, saved: () => void}} props */
function Form({ app, store, inbox, saved }) {
  const initial = { name: inbox.name, teams: inbox.teams, secrets: NO_SECRETS, ...inbox.settings };
  const { form, field, errors, trouble, busy, values, change } = useForm(initial, async (typed, key) => {
    const { name, teams, secrets, settings } = written(typed);
    const kept = await app.api.patch('/inboxes/' + inbox.id, { name, teams, settings }, key).catch(refusedFields);
    if (given(secrets)) await app.api.put(`/inboxes/${inbox.id}/secrets`, secrets);
    change({ name: kept.name, teams: kept.teams, secrets: NO_SECRETS, ...kept.settings });
    await store.refresh();
    saved();
    toast(t('console-saved'));
  }, (typed) => inWords(wrongWith(typed)));
  const test = useTest(app, inbox);
  const dirty = !same(initial, values);
  const part = { values, errors, field, change };
  const stale = inbox.has_secret && !given(values.secrets) && !keptFit(inbox.settings, values);
  return html`
    <${Unsaved} dirty=${dirty} />
    <form class="parts" ...${form}>
      <${Group} title=${t('console-set-part-names')}><div class="sheet form"><${Writer} ...${part} /></div><//>
      <${Group} title=${t('console-set-part-talk')}><div class="sheet form"><${Mails} ...${part} links=${app.links.value} />
        <${Picks} label=${t('console-set-inbox-teams')} options=${[...store.teams.value.values()]} chosen=${values.teams} change=${(/** @type {number[]} */ teams) => change({ teams })} none=${t('console-set-inbox-teams-none')} /></div><//>
      <${Group} title=${t('console-mail-part-arriving')}><div class="sheet form"><${Arriving} ...${part} /></div><//>
      <${Group} title=${t('console-mail-part-servers')} why=${t('console-mail-part-servers-why')}>
        <div class="sheet form">
          <${Servers} ...${part} folded=${!!inbox.settings.receive.host && !!inbox.settings.send.host} />
          <${Secrets} key=${'secrets' + inbox.has_secret} app=${app} ...${part} kept=${inbox.has_secret} />
          <${Trial} test=${test} values=${values} change=${change} note=${stale ? t('console-mail-kept-elsewhere') : ''} />
          <${HandedHelp} address=${values.address} />
        </div>
      <//>
      <${SaveBar} dirty=${dirty} trouble=${trouble} busy=${busy} discard=${() => change(initial)}
        also=${test.done && html`<${Verdict} verdict=${verdict(test.done, values)} />`} />
    </form>`;
}

/** @param {Record<string, string>} wrong */
export function inWords(wrong) {
  return Object.fromEntries(Object.entries(wrong).map(([field, what]) => [field, t('console-' + what)]));
}
