/** Signing in. */

import { useEffect } from 'preact/hooks';

import { Button } from '../../shared/elements/button.js';
import { Field, Password } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { useForm } from '../form.js';
import { href } from '../router.js';

/** @param {{app: import('../app.js').App}} props */
export function SignIn({ app }) {
  const { form, field, trouble, busy } = useForm({ email: '', password: '' }, async (values) => {
    try {
      await app.enter(await app.api.post('/session', values));
    } catch (/** @type {any} */ problem) {
      throw problem.code == 'not_signed_in' ? { code: 'wrong_password' } : problem;
    }
  }, missing);
  useEffect(() => void (document.title = t('console-door-title')));
  return html`
    <h1>${t('console-door-title')}</h1>
    ${app.ended.value && html`<${Notice} kind="soon">${t('console-door-ended')}<//>`}
    ${app.setup.value && html`<${Notice} kind="soon" title=${t('console-door-nobody')}>${t('console-door-nobody-why')}<//>`}
    <form ...${form}>
      <${Field} label=${t('console-email')} type="email" autocomplete="username" autofocus inputmode="email" autocapitalize="none" spellcheck=${false} ...${field('email')} />
      <${Password} label=${t('console-password')} autocomplete="current-password" ...${field('password')} />
      ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      <${Button} kind="go" type="submit" busy=${busy}>${t('console-door-enter')}<//>
    </form>
    ${app.mails.value
      ? html`<p class="small"><a href=${href('/forgotten')}>${t('console-door-forgot')}</a></p>`
      : html`<p class="quiet small">${t('console-door-forgotten')}</p>`}`;
}

/** @param {{email: string, password: string}} values */
function missing({ email, password }) {
  return { ...(email.trim() ? {} : { email: t('console-field-empty') }), ...(password ? {} : { password: t('console-field-empty') }) };
}
