/** The first start: whoever holds the link that the server printed becomes the first administrator. */

import { useEffect, useState } from 'preact/hooks';

import { Button } from '../../shared/elements/button.js';
import { Field, Password } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { language, t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { fragment, go, hideFragment } from '../router.js';
import { Useless } from './links.js';

/** @param {{app: import('../app.js').App}} props */
export function Setup({ app }) {
  const [token] = useState(() => fragment.peek());
  useEffect(() => {
    hideFragment();
    document.title = t('console-setup-title');
  }, []);
  if (!app.setup.value || !token) return html`<${Useless} app=${app} why=${t(app.setup.value ? 'console-setup-no-token' : 'console-setup-done')} />`;
  return html`<${Form} app=${app} token=${token} />`;
}

/** @param {{app: import('../app.js').App, token: string}} props */
function Form({ app, token }) {
  const { form, field, trouble, busy } = useForm({ name: '', email: '', password: '' }, async (values) => {
    const session = await app.api.post('/setup', { token, ...values, language: language.peek() });
    go('/settings/inboxes', { replace: true });
    await app.enter(session);
  }, missing);
  return html`
    <div><h1>${t('console-setup-title')}</h1><p class="quiet">${t('console-setup-why')}</p></div>
    <form ...${form}>
      <${Field} label=${t('console-your-name')} hint=${t('console-your-name-why')} autocomplete="name" autofocus ...${field('name')} />
      <${Field} label=${t('console-email')} type="email" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck=${false} ...${field('email')} />
      <${Password} label=${t('console-password')} hint=${t('console-password-why')} autocomplete="new-password" ...${field('password')} />
      ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      <${Button} kind="go" type="submit" busy=${busy}>${t('console-setup-go')}<//>
    </form>`;
}

/** @param {Record<string, string>} values */
function missing(values) {
  const empty = Object.keys(values).filter((name) => !values[name].trim());
  return Object.fromEntries(empty.map((name) => [name, t('console-field-empty')]));
}
