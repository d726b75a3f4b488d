/** Asking for a link to set a new password. Whether there is such an account, nobody learns here. */

import { useEffect, useState } from 'preact/hooks';

import { Button } from '../../shared/elements/button.js';
import { Field } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { href } from '../router.js';

/** @param {{app: import('../app.js').App}} props */
export function Forgotten({ app }) {
  const [asked, ask] = useState('');
  const { form, field, trouble, busy } = useForm({ email: '' }, async ({ email }, key) => {
    await app.api.post('/session/forgotten', { email }, key);
    ask(email.trim());
  }, ({ email }) => (/.@./.test(email) ? {} : { email: t('console-field-not-a-mail-address') }));
  useEffect(() => void (document.title = t('console-forgot-title')), []);
  return html`
    <h1>${t('console-forgot-title')}</h1>
    ${!app.mails.value && html`<p class="quiet">${t('console-door-forgotten')}</p>`}
    ${app.mails.value && !asked && html`
      <p class="quiet">${t('console-forgot-why')}</p>
      <form ...${form}>
        <${Field} label=${t('console-email')} type="email" autocomplete="username" autofocus inputmode="email" autocapitalize="none" spellcheck=${false} ...${field('email')} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
        <${Button} kind="go" type="submit" busy=${busy}>${t('console-forgot-go')}<//>
      </form>`}
    ${asked && html`<p role="status">${t('console-forgot-asked', { email: asked })}</p><p class="quiet small">${t('console-forgot-none')}</p>`}
    <p class="small"><a href=${href('/')}>${t('console-link-to-door')}</a></p>`;
}
