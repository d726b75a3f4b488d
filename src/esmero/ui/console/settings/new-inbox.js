/** A new inbox: first which kind, then what this kind needs. */

import { Button } from '../../shared/elements/button.js';
import { Field } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { useForm } from '../form.js';
import { go, href } from '../router.js';
import { NewMail } from './mail-new.js';
import { Head, Picks } from './room.js';
import { ownZone } from './week.js';

/** @type {Record<string, any>} */
const FORMS = { 'new-chat': NewChat, 'new-email': NewMail };

/** @param {import('./room.js').Props} props */
export function NewInbox({ app, store, item }) {
  const Form = FORMS[item] || Kinds;
  return html`<${Form} app=${app} store=${store} item=${item} />`;
}

/** @param {string} item @returns {boolean} whether it names a page of this room, and no inbox */
export const isNew = (item) => item == 'new' || item in FORMS;

function Kinds() {
  return html`
    <${Head} title=${t('console-inbox-new')} why=${t('console-inbox-new-why')} back="/settings/inboxes" backTo=${t('console-set-inboxes')} />
    <ul class="sheet rows kinds">${/** @type {const} */ (['chat', 'email']).map((kind) => html`
      <li key=${kind}>
        <${Icon} name=${kind} />
        <div class="grow"><a class="cover" href=${href('/settings/inboxes/new-' + kind)}><strong>${t('console-kind-' + kind)}</strong></a><small>${t(`console-kind-${kind}-why`)}</small></div>
        <span class="turned"><${Icon} name="forth" /></span>
      </li>`)}</ul>`;
}

/** @param {import('./room.js').Props} props */
function NewChat({ app, store }) {
  const initial = { name: '', teams: [...store.teams.value.keys()].slice(0, 1) };
  const { form, field, trouble, busy, values, change } = useForm(initial, async ({ name, teams }, key) => {
    const made = await app.api.post('/inboxes', { name, teams, settings: { brand: name.slice(0, 80), hours: { zone: ownZone(), always: true } } }, key);
    await store.refresh();
    go('/settings/inboxes/' + made.id);
  });
  return html`
    <${Head} title=${t('console-set-inbox-new')} back="/settings/inboxes/new" backTo=${t('console-inbox-new')} />
    <form class="sheet form" ...${form}>
      <${Field} label=${t('console-name')} hint=${t('console-set-inbox-name-why')} maxlength="80" autofocus ...${field('name')} />
      <${Picks} label=${t('console-set-inbox-teams')} options=${[...store.teams.value.values()]} chosen=${values.teams} change=${(/** @type {number[]} */ teams) => change({ teams })} none=${t('console-set-inbox-teams-none')} />
      ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      <div class="acts"><span class="end acts"><${Button} onClick=${() => go('/settings/inboxes')}>${t('console-cancel')}<//><${Button} kind="go" type="submit" busy=${busy}>${t('console-set-inbox-go')}<//></span></div>
    </form>`;
}
