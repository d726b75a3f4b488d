/** The desk's own mail: whom invitations, links for new passwords and alerts come from. */

import { useState } from 'preact/hooks';

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Field, Password, Select } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { wordsFor } from '../words.js';
import { same } from './chat.js';
import { SaveBar, Unsaved } from './inbox-frame.js';
import { inWords } from './mail-inbox.js';
import { OneServer } from './mail-parts.js';
import { OneStep } from './mail-test.js';
import { LastMails } from './own-mails.js';
import { Group, Head, useAsked } from './room.js';
import { mailboxes } from './senders.js';
import { bodyOf, wrongWith } from './sending.js';

/** @param {import('./room.js').Props} props */
export function Sender({ app, store }) {
  const asked = useAsked(() => app.api.get('/sender'));
  const mails = useAsked(() => app.api.get('/sender/mails'));
  const { found, trouble, ask } = asked;
  return html`
    <${Head} title=${t('console-set-sender')} why=${t('console-set-sender-why')} />
    ${trouble && !found && html`<${Notice} kind="late" action=${html`<${Button} onClick=${ask}>${t('console-again')}<//>`}>${wordsFor(trouble)}<//>`}
    ${!found && !trouble && html`<div class="sheet none" aria-busy="true">${t('console-loading')}</div>`}
    ${found && html`<${Form} key=${JSON.stringify(found)} app=${app} store=${store} kept=${found} saved=${ask} tried=${mails.ask} />`}
    ${mails.found?.items.length > 0 && html`<${LastMails} mails=${mails.found.items} />`}`;
}

/** @typedef {import('./sending.js').Settings} Values */

/** @param {{app: import('../app.js').App, store: import('../store.js').Store, kept: import('./sending.js').Kept, saved: () => Promise<void>, tried: () => void}} props */
function Form({ app, store, kept, saved, tried }) {
  const initial = { ...kept.settings, password: '' };
  const { form, field, errors, trouble, busy, values, change } = useForm(initial, async (typed) => {
    await app.api.put('/sender', bodyOf(typed));
    toast(t('console-saved'));
    await saved();
  }, (typed) => inWords(wrongWith(typed)));
  const test = useTrial(app, tried);
  const inboxes = mailboxes(store);
  const ways = ['none', 'inbox', 'server'].filter((way) => way != 'inbox' || inboxes.length || values.via == 'inbox');
  const dirty = !same(initial, values);
  if (kept.fixed) return html`<${Fixed} settings=${kept.settings} test=${test} values=${values} />`;
  return html`
    <${Unsaved} dirty=${dirty} />
    <form class="parts" ...${form}>
      <div class="sheet form">
        <${Select} label=${t('console-sender-via')} hint=${t('console-sender-via-why-' + values.via)} options=${ways.map((way) => [way, t('console-sender-via-' + way)])} ...${field('via')}
          change=${(/** @type {Values['via']} */ via) => change({ via, inbox: values.inbox ?? onlyOne(inboxes) })} />
        ${values.via == 'inbox' && html`
          <${Select} label=${t('console-sender-inbox')} options=${[['', t('console-sender-inbox-choose')], ...inboxes]} error=${errors.inbox}
            value=${String(values.inbox ?? '')} change=${(/** @type {string} */ id) => change({ inbox: Number(id) || null })} />
          <${Field} label=${t('console-sender-name')} hint=${t('console-sender-name-inbox')} maxlength="80" ...${field('name')} />`}
        ${values.via == 'server' && html`
          <div class="pair">
            <${Field} label=${t('console-sender-name')} hint=${t('console-sender-name-why')} maxlength="80" ...${field('name')} />
            <${Field} label=${t('console-sender-address')} type="email" dir="ltr" autocomplete="off" maxlength="254" ...${field('address')} />
          </div>
          <${OneServer} side="send" server=${values.server} address=${values.address} error=${errors['server.host']} ways=${['password', 'none']}
            change=${(/** @type {import('./mail.js').Server} */ server) => change({ server })} />
          ${values.server.sign_in == 'password' && html`<${Password} label=${t('console-password')} autocomplete="new-password" maxlength="4000"
            placeholder=${t(kept.has_secret ? 'console-mail-kept' : 'console-mail-kept-none')} ...${field('password')} />`}`}
        ${values.via != 'none' && !kept.outside && html`<${Notice} kind="soon">${t('console-sender-no-address')}<//>`}
        ${values.via != 'none' && html`<${Trial} test=${test} values=${values} />`}
      </div>
      <${SaveBar} dirty=${dirty} trouble=${trouble} busy=${busy} discard=${() => change(initial)} />
    </form>`;
}

/** Who has one mailbox need not choose. @param {[string, string][]} inboxes @returns {number | null} */
const onlyOne = (inboxes) => (inboxes.length == 1 ? Number(inboxes[0][0]) : null);

/** @param {{settings: any, test: ReturnType<typeof useTrial>, values: any}} props */
function Fixed({ settings, test, values }) {
  return html`
    <${Group} title=${t('console-sender-fixed')} why=${t('console-sender-fixed-why')}>
      <div class="sheet form">
        <p><strong>${settings.name || settings.address}</strong> <span class="quiet" dir="ltr">${settings.address} · ${settings.server.host}</span></p>
        <${Trial} test=${test} values=${values} />
      </div>
    <//>`;
}

/** @param {import('../app.js').App} app @param {() => void} tried */
function useTrial(app, tried) {
  const [done, setDone] = useState(/** @type {{steps: any[], to: string, of: string} | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  /** @param {any} values */
  async function run(values) {
    const [wrong] = Object.values(inWords(wrongWith(values)));
    setTrouble(wrong ?? '');
    if (wrong) return setDone(null);
    setBusy(true);
    try {
      setDone({ ...(await app.api.post('/sender/try', bodyOf(values))), of: JSON.stringify(values) });
      tried();
    } catch (problem) {
      setDone(null);
      setTrouble(wordsFor(problem));
    } finally {
      setBusy(false);
    }
  }
  return { done, busy, trouble, run };
}

/** @param {{test: ReturnType<typeof useTrial>, values: any}} props */
function Trial({ test, values }) {
  const { done, busy, trouble, run } = test;
  const well = done?.steps.every(({ ok }) => ok);
  return html`
    <div class="acts">
      <${Button} busy=${busy} onClick=${() => run(values)}>${t('console-sender-try')}<//>
      <span class="quiet small">${t(busy ? 'console-sender-trying' : 'console-sender-try-why')}</span>
    </div>
    ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
    ${done && html`
      <div class=${'results' + (busy || done.of != JSON.stringify(values) ? ' old' : '')} role="status">
        <ol>${done.steps.map((step, place) => html`<${OneStep} key=${place} side="send" step=${step} />`)}
          ${well && html`<li class="note"><p>${t('console-sender-look', { to: done.to })}</p></li>`}</ol>
      </div>`}`;
}
