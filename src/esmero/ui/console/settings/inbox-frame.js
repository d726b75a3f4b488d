/** What the pages of all kinds of inboxes have around them: a bar that saves, a question before leaving, an end. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '../../shared/elements/button.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { go, hold } from '../router.js';
import { Confirm } from './room.js';

/** @param {{dirty: boolean, trouble: string, busy: boolean, discard: () => void, also?: any}} props also: said beside it while there is something to save */
export function SaveBar({ dirty, trouble, busy, discard, also }) {
  return html`
    <div class=${'save-bar' + (dirty || trouble ? ' due' : '')}>
      ${trouble ? html`<${Notice} kind="late">${trouble}<//>` : html`<span class="quiet small">${t(dirty ? 'console-set-unsaved' : 'console-set-all-saved')}</span>${dirty && also}`}
      <span class="acts">
        ${dirty && html`<${Button} onClick=${discard}>${t('console-set-discard')}<//>`}
        <${Button} kind="go" type="submit" busy=${busy} aria-disabled=${dirty ? null : 'true'}>${t('console-save')}<//>
      </span>
    </div>`;
}

/** Asks before what was changed is left behind. @param {{dirty: boolean}} props */
export function Unsaved({ dirty }) {
  const [to, setTo] = useState('');
  const release = useRef(() => {});
  useEffect(() => {
    if (!dirty) return;
    release.current = hold(setTo);
    return release.current;
  }, [dirty]);
  return to && html`<${Confirm} title=${t('console-set-unsaved')} why=${t('console-set-leave-why')} go=${t('console-set-leave-go')}
    act=${async () => {
      release.current();
      go(to);
    }} close=${() => setTo('')} />`;
}

/** The desk names fields of the settings; what has no field of its own here is said whole. @param {any} problem @returns {never} */
export function refusedFields(problem) {
  if (problem.fields?.settings || problem.fields?.['hours.days']) problem.fields = {};
  throw problem;
}

/** @param {{app: import('../app.js').App, store: import('../store.js').Store, inbox: any}} props */
export function Removal({ app, store, inbox }) {
  const [asking, setAsking] = useState(false);
  return html`
    <div class="acts"><${Button} kind="risky" icon="bin" onClick=${() => setAsking(true)}>${t('console-set-inbox-remove')}<//></div>
    ${asking && html`<${Confirm} title=${t('console-set-inbox-remove-ask', { name: inbox.name })} why=${t('console-set-inbox-remove-why')} go=${t('console-set-inbox-remove')}
      act=${async () => {
        await app.api.delete('/inboxes/' + inbox.id);
        await store.refresh();
        go('/settings/inboxes');
      }} close=${() => setAsking(false)} />`}`;
}
