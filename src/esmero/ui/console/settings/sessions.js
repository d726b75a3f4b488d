/** Where one is signed in. */

import { useState } from 'preact/hooks';

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { moment } from '../../shared/times.js';
import { sinceWhen } from '../desk/words.js';
import { wordsFor } from '../words.js';
import { deviceOf } from './devices.js';
import { Confirm, Head, Listed, useAsked } from './room.js';

/** @param {import('./room.js').Props} props */
export function Sessions({ app }) {
  const asked = useAsked(() => app.api.get('/sessions'));
  const [asking, setAsking] = useState(false);
  const places = /** @type {any[]} */ (asked.found?.items ?? []);

  /** @param {number} id */
  async function end(id) {
    try {
      await app.api.delete('/sessions/' + id);
      toast(t('console-set-session-ended'));
    } catch (problem) {
      toast(wordsFor(problem), { kind: 'late' });
    }
    await asked.ask();
  }

  async function endOthers() {
    await app.api.delete('/sessions');
    await asked.ask();
    toast(t('console-set-sessions-ended'));
  }

  return html`
    <${Head} title=${t('console-set-sessions-title')} why=${t('console-set-sessions-why')}
      action=${places.length > 1 && html`<${Button} kind="risky" onClick=${() => setAsking(true)}>${t('console-set-sessions-end')}<//>`} />
    <${Listed} asked=${asked} none=${''}>
      ${places.map((place) => html`
        <li key=${place.id}>
          <${Icon} name="screen" />
          <div class="grow" title=${place.device}><strong>${deviceOf(place.device) || t('console-set-device')}</strong>
            <small>${place.address} · <time title=${moment(place.seen_at)}>${place.current ? t('console-now') : t('console-set-seen', { time: sinceWhen(place.seen_at, Date.now()) })}</time></small></div>
          ${place.current ? html`<span class="word kept">${t('console-set-this')}</span>` : html`<${Button} onClick=${() => end(place.id)}>${t('console-sign-out')}<//>`}
        </li>`)}
    <//>
    ${asking && html`<${Confirm} title=${t('console-set-sessions-ask')} why=${t('console-set-sessions-ask-why')} go=${t('console-set-sessions-end')} act=${endOthers} close=${() => setAsking(false)} />`}`;
}
