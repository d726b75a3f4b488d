/** Inboxes: the ways in that this desk has. */

import { useState } from 'preact/hooks';

import { Button } from '../../shared/elements/button.js';
import { Dialog } from '../../shared/elements/dialog.js';
import { Field } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { list, t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { useForm } from '../form.js';
import { go, href } from '../router.js';
import { Head, Listed, Picks, useAsked } from './room.js';
import { ownZone } from './week.js';

/** @param {import('./room.js').Props} props */
export function Inboxes({ app, store }) {
  const asked = useAsked(() => app.api.get('/inboxes'));
  const [making, setMaking] = useState(false);
  const inUse = /** @type {any[]} */ (asked.found?.items ?? []).filter(({ removed }) => !removed);
  return html`
    <${Head} title=${t('console-set-inboxes')} why=${t('console-set-inboxes-why')}
      action=${html`<${Button} kind="go" icon="plus" onClick=${() => setMaking(true)}>${t('console-set-inbox-new')}<//>`} />
    <${Listed} asked=${asked} none=${t('console-set-inboxes-none')}>
      ${inUse.map((inbox) => html`
        <li key=${inbox.id}>
          <${Icon} name=${inbox.channel} />
          <div class="grow"><a class="cover clip" href=${href('/settings/inboxes/' + inbox.id)}><strong>${inbox.name}</strong></a>
            <small class="clip">${seenBy(store, inbox.teams)}</small></div>
          ${inbox.settings.hours.always ? html`<span class="word">${t('console-set-always')}</span>` : html`<span class="word">${t('console-set-with-hours')}</span>`}
          <span class="turned"><${Icon} name="forth" /></span>
        </li>`)}
    <//>
    ${making && html`<${Form} app=${app} store=${store} close=${() => setMaking(false)} />`}`;
}

/**
 * @param {import('../store.js').Store} store
 * @param {number[]} ids
 */
function seenBy(store, ids) {
  const names = ids.flatMap((id) => store.teams.value.get(id)?.name ?? []);
  return names.length ? t('console-set-seen-by', { teams: list(names) }) : t('console-set-seen-by-none');
}

/** @param {{app: import('../app.js').App, store: import('../store.js').Store, close: () => void}} props */
function Form({ app, store, close }) {
  const initial = { name: '', teams: [...store.teams.value.keys()].slice(0, 1) };
  const { form, field, trouble, busy, values, change } = useForm(initial, async ({ name, teams }, key) => {
    const made = await app.api.post('/inboxes', { name, teams, settings: { brand: name.slice(0, 80), hours: { zone: ownZone(), always: true } } }, key);
    await store.refresh();
    go('/settings/inboxes/' + made.id);
  });
  return html`
    <${Dialog} title=${t('console-set-inbox-new')} close=${close} foot=${html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="go" type="submit" form="inbox-new" busy=${busy}>${t('console-set-inbox-go')}<//>`}>
      <form id="inbox-new" class="group" ...${form}>
        <${Field} label=${t('console-name')} hint=${t('console-set-inbox-name-why')} maxlength="80" autofocus ...${field('name')} />
        <${Picks} label=${t('console-set-inbox-teams')} options=${[...store.teams.value.values()]} chosen=${values.teams} change=${(/** @type {number[]} */ teams) => change({ teams })} none=${t('console-set-inbox-teams-none')} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      </form>
    <//>`;
}
