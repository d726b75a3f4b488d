/** What one-time links lead to: an invitation, and a new password. The secret of the link stands behind its #. */

import { useEffect, useState } from 'preact/hooks';

import { Button } from '../../shared/elements/button.js';
import { Field, Password } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { language, t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { fragment, go, hideFragment } from '../router.js';
import { wordsFor } from '../words.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {{purpose: string, email: string, name: string, expires_at: number}} LinkFor
 */

/** @param {{app: App}} props */
export function Invited({ app }) {
  return html`<${Link} app=${app} purpose="invitation" title=${t('console-join-title')}>
    ${(/** @type {string} */ token, /** @type {LinkFor} */ link) => html`
      <p class="quiet">${t('console-join-why', { email: link.email })}</p>
      <${Form} app=${app} token=${token} link=${link} named />`}
  <//>`;
}

/** @param {{app: App}} props */
export function NewPassword({ app }) {
  return html`<${Link} app=${app} purpose="reset" title=${t('console-reset-title')}>
    ${(/** @type {string} */ token, /** @type {LinkFor} */ link) => html`
      <p class="quiet">${t('console-reset-why', { email: link.email })}</p>
      <${Form} app=${app} token=${token} link=${link} />`}
  <//>`;
}

/**
 * Asks what the link is for before it shows a form.
 * @param {{app: App, purpose: string, title: string, children: (token: string, link: LinkFor) => any}} props
 */
function Link({ app, purpose, title, children }) {
  const [token] = useState(() => fragment.peek());
  const [link, setLink] = useState(/** @type {LinkFor | null} */ (null));
  const [trouble, setTrouble] = useState(/** @type {any} */ (null));

  async function ask() {
    setTrouble(null);
    try {
      setLink(await app.api.get('/links/' + encodeURIComponent(token || '-')));
    } catch (problem) {
      setTrouble(problem);
    }
  }

  useEffect(() => {
    hideFragment();
    document.title = title;
    ask();
  }, []);
  if (trouble?.status == 404 || trouble?.status == 400 || (link && link.purpose != purpose)) return html`<${Useless} app=${app} why=${t('console-link-useless-why')} />`;
  if (trouble) return html`<h1>${title}</h1><${Notice} kind="late">${wordsFor(trouble)}<//><${Button} onClick=${ask}>${t('console-again')}<//>`;
  if (!link) return html`<h1>${title}</h1>`;
  return html`<div><h1>${title}</h1></div>${children(token, link)}`;
}

/** @param {{app: App, token: string, link: LinkFor, named?: boolean}} props */
function Form({ app, token, link, named = false }) {
  const { form, field, trouble, busy } = useForm({ name: link.name, password: '' }, async ({ name, password }) => {
    const body = named ? { name, password } : { password };
    const session = await app.api.post('/links/' + encodeURIComponent(token), body);
    app.api.trust(session.csrf);
    // Whoever invited them guessed their language; here they have it before their eyes.
    const me = named ? await app.api.patch('/me', { language: language.peek() }) : session.me;
    go('/', { replace: true });
    await app.enter({ ...session, me });
  });
  return html`
    <form ...${form}>
      ${named && html`<${Field} label=${t('console-your-name')} hint=${t('console-your-name-why')} autocomplete="name" autofocus ...${field('name')} />`}
      <input type="hidden" name="username" autocomplete="username" value=${link.email} />
      <${Password} label=${t('console-new-password')} hint=${t('console-password-why')} autocomplete="new-password" autofocus=${!named} ...${field('password')} />
      ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      <${Button} kind="go" type="submit" busy=${busy}>${t(named ? 'console-join-go' : 'console-reset-go')}<//>
    </form>`;
}

/** @param {{app: App, why: string}} props */
export function Useless({ app, why }) {
  return html`
    <div><h1>${t('console-link-useless')}</h1><p class="quiet">${why}</p></div>
    <${Button} kind="go" onClick=${() => go('/', { replace: true })}>${t(app.store.value ? 'console-link-to-desk' : 'console-link-to-door')}<//>`;
}
