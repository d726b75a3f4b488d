/** A new e-mail inbox: an address and a password first, then the servers that were found for them. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Field, Password } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { go } from '../router.js';
import { wordsFor } from '../words.js';
import { refusedFields } from './inbox-frame.js';
import { NO_SECRETS, NO_SERVERS, given, proposed, verdict, written, wrongWith } from './mail.js';
import { inWords } from './mail-inbox.js';
import { Consent, Servers, Verdict } from './mail-parts.js';
import { HandedHelp } from './mail-help.js';
import { Trial, useTest } from './mail-test.js';
import { hintWords } from './mail-words.js';
import { Group, Head, Picks } from './room.js';

/** @typedef {ReturnType<typeof proposed> & {domain: string}} Found */

/** @param {import('./room.js').Props} props */
export function NewMail({ app, store }) {
  const [found, setFound] = useState(/** @type {Found | null} */ (null));
  const made = useRef(/** @type {number | null} */ (null));
  const initial = {
    name: '', address: '', teams: [...store.teams.value.keys()].slice(0, 1), secrets: NO_SECRETS, brand: '', folder: 'INBOX', language: store.me.value.language, ...NO_SERVERS,
  };
  const { form, field, errors, trouble, busy, values, change } = useForm(initial, (typed, key) => (found ? make(typed, key) : look(typed)), (typed) => inWords(wrongWith(typed)));
  const test = useTest(app, null);

  /** @param {any} typed */
  async function look({ address }) {
    const { items } = await app.api.post('/mailboxes/discover', { address: address.trim() });
    const best = { ...proposed(items), domain: address.trim().split('@')[1] };
    change({ receive: best.receive, send: best.send });
    setFound(best);
  }

  /** A second attempt goes on with what the first one has made. @param {any} typed @param {string} key */
  async function make(typed, key) {
    const { name, teams, secrets, settings } = written(typed);
    if (made.current) await app.api.patch('/inboxes/' + made.current, { name, teams, settings }, key).catch(refusedFields);
    else made.current = (await app.api.post('/inboxes', { name, channel: 'email', teams, settings }, key).catch(refusedFields)).id;
    if (given(secrets)) await app.api.put(`/inboxes/${made.current}/secrets`, secrets);
    await store.refresh();
    go('/settings/inboxes/' + made.current);
    toast(t('console-mail-made'));
  }

  useEffect(() => {
    if (found) document.getElementById('mail-test')?.focus();
  }, [found]);
  return html`
    <${Head} title=${t('console-mail-new')} why=${t('console-mail-new-why')} back="/settings/inboxes/new" backTo=${t('console-inbox-new')} />
    <form class="parts" ...${form}>
      <div class="sheet form"><${First} app=${app} store=${store} values=${values} errors=${errors} field=${field} change=${change} /></div>
      ${found && html`<${FoundServers} key=${found.domain + found.source} app=${app} found=${found} again=${() => look(values).catch((problem) => toast(wordsFor(problem), { kind: 'late' }))} values=${values} errors=${errors} field=${field} change=${change} test=${test} />`}
      <div class=${'save-bar' + (found ? ' due' : '')}>
        ${trouble ? html`<${Notice} kind="late">${trouble}<//>` : found ? html`<${Verdict} verdict=${verdict(test.done, values)} />` : busy && html`<span class="quiet small" role="status">${t('console-mail-looking', { domain: values.address.split('@')[1] })}</span>`}
        <span class="acts">
          <${Button} onClick=${() => go('/settings/inboxes')}>${t('console-cancel')}<//>
          <${Button} key=${found ? 'add' : 'look'} kind="go" type="submit" busy=${busy}>${t(found ? 'console-mail-go' : 'console-mail-continue')}<//>
        </span>
      </div>
    </form>`;
}

/** @param {import('./inbox-parts.js').Part & {app: import('../app.js').App, store: import('../store.js').Store}} props */
function First({ store, values, errors, field, change }) {
  return html`
    <div class="pair">
      <${Field} label=${t('console-mail-address')} type="email" inputmode="email" dir="ltr" autocomplete="off" maxlength="254" placeholder="support@shop.example" autofocus ...${field('address')} />
      <${Password} label=${t('console-password')} hint=${t('console-mail-password-why')} autocomplete="new-password" maxlength="4000" error=${errors['secrets.receive']}
        value=${values.secrets.receive} change=${(/** @type {string} */ receive) => change({ secrets: { ...values.secrets, receive } })} />
    </div>
    <${Field} label=${t('console-mail-name')} hint=${t('console-mail-name-empty')} maxlength="80" placeholder=${values.address} ...${field('name')} />
    <${Picks} label=${t('console-set-inbox-teams')} options=${[...store.teams.value.values()]} chosen=${values.teams} change=${(/** @type {number[]} */ teams) => change({ teams })} none=${t('console-set-inbox-teams-none')} />`;
}

/** @param {import('./inbox-parts.js').Part & {app: import('../app.js').App, found: Found, again: () => Promise<unknown>, test: import('./mail-test.js').Test}} props */
function FoundServers({ app, found, again, test, ...part }) {
  const { values, errors, change } = part;
  const [busy, setBusy] = useState(false);
  const moved = values.address.trim().split('@')[1] != found.domain;
  const set = (/** @type {string} */ name) => ({
    value: values.secrets[name], error: errors['secrets.' + name], autocomplete: 'off', change: (/** @type {string} */ text) => change({ secrets: { ...values.secrets, [name]: text } }),
  });
  async function lookAgain() {
    setBusy(true);
    await again();
    setBusy(false);
  }
  return html`
    <${Group} title=${t('console-mail-part-servers')}>
      <${Notice} kind=${found.well ? 'kept' : 'soon'} action=${moved && html`<${Button} busy=${busy} onClick=${lookAgain}>${t('console-mail-look-again')}<//>`}>${foundWords(found)}<//>
      ${found.hint && html`<${Notice}>${hintWords(found.hint)}<//>`}
      <div class="sheet form">
        <${Servers} ...${part} folded=${found.well} />
        ${[values.receive, values.send].some(({ sign_in }) => ['google', 'microsoft'].includes(sign_in)) && html`<${Consent} app=${app} values=${values} set=${set} />`}
        <${Trial} test=${test} values=${values} change=${change} />
        ${!found.well && html`<${HandedHelp} address=${values.address} />`}
      </div>
    <//>`;
}

/** @param {Found} found */
function foundWords({ source, well, domain }) {
  // A server of two is a beginning.
  const id = well || source == 'guess' || source == 'none' ? source : 'half';
  return t('console-mail-found-' + id, { domain });
}
