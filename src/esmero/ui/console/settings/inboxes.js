/** Inboxes: the ways in that this desk has. */

import { html } from '../../shared/html.js';
import { list, t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { href } from '../router.js';
import { Mark } from './mail-state.js';
import { Head, Listed, useAsked } from './room.js';

/** @param {import('./room.js').Props} props */
export function Inboxes({ app, store }) {
  const asked = useAsked(() => app.api.get('/inboxes'));
  const inUse = /** @type {any[]} */ (asked.found?.items ?? []).filter(({ removed }) => !removed);
  return html`
    <${Head} title=${t('console-set-inboxes')} why=${t('console-set-inboxes-why')}
      action=${html`<a class="button go" href=${href('/settings/inboxes/new')}><${Icon} name="plus" />${t('console-inbox-new')}</a>`} />
    <${Listed} asked=${asked} none=${t('console-set-inboxes-none')}>
      ${inUse.map((inbox) => html`
        <li key=${inbox.id}>
          <${Icon} name=${inbox.channel} label=${t('console-kind-' + inbox.channel)} />
          <div class="grow"><a class="cover clip" href=${href('/settings/inboxes/' + inbox.id)}><strong>${inbox.name}</strong></a>
            <small class="clip">${inbox.channel == 'email' && inbox.settings.address != inbox.name && html`<span dir="ltr">${inbox.settings.address}</span> · `}${seenBy(store, inbox.teams)}</small></div>
          <span class="chips">${inbox.channel == 'email' ? html`<${Mark} app=${app} id=${inbox.id} />` : html`<span class="word">${t(inbox.settings.hours.always ? 'console-set-always' : 'console-set-with-hours')}</span>`}</span>
          <span class="turned"><${Icon} name="forth" /></span>
        </li>`)}
    <//>`;
}

/**
 * @param {import('../store.js').Store} store
 * @param {number[]} ids
 */
function seenBy(store, ids) {
  const names = ids.flatMap((id) => store.teams.value.get(id)?.name ?? []);
  return names.length ? t('console-set-seen-by', { teams: list(names) }) : t('console-set-seen-by-none');
}
