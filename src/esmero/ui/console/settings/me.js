/** One's own profile: name, signature, language, look, password. */

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Face } from '../../shared/elements/face.js';
import { Area, Field, Password, Select } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { LANGUAGES } from '../../shared/languages.js';
import { useForm } from '../form.js';
import { wordsFor } from '../words.js';
import { Group, Head, Swatches } from './room.js';

/** @param {import('./room.js').Props} props */
export function Me({ app, store }) {
  const me = store.me.value;
  return html`
    <${Head} title=${t('console-set-me')} />
    <${Name} app=${app} me=${me} />
    <${Look} app=${app} me=${me} />
    <${NewPassword} app=${app} me=${me} />`;
}

/** @param {{app: import('../app.js').App, me: import('../desk/types').Me}} props */
function Name({ app, me }) {
  const { form, field, trouble, busy, values } = useForm({ name: me.name, signature: me.signature }, async (typed) => {
    await app.changeMe(typed);
    toast(t('console-saved'));
  });
  return html`
    <form class="sheet form" ...${form}>
      <div class="acts"><${Face} name=${values.name} size="large" /><div><strong>${me.name}</strong><br /><span class="quiet small">${me.email} · ${t('console-role-' + me.role)}</span></div></div>
      <${Field} label=${t('console-your-name')} hint=${t('console-your-name-why')} autocomplete="name" ...${field('name')} />
      <${Area} label=${t('console-set-signature')} hint=${t('console-set-signature-why')} rows="3" maxlength="2000" ...${field('signature')} />
      ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
      <div class="acts"><${Button} kind="go" type="submit" busy=${busy}>${t('console-save')}<//></div>
    </form>`;
}

/** These are taken at once: one sees what one has chosen. @param {{app: import('../app.js').App, me: import('../desk/types').Me}} props */
function Look({ app, me }) {
  const change = (/** @type {Record<string, any>} */ what) => app.changeMe(what).catch((problem) => toast(wordsFor(problem), { kind: 'late' }));
  return html`
    <${Group} title=${t('console-set-look')}>
      <div class="sheet form">
        <${Select} label=${t('console-door-language')} value=${me.language} options=${Object.entries(LANGUAGES)} change=${(/** @type {string} */ language) => change({ language })} />
        <${Swatches} label=${t('console-set-theme')} name="theme" chosen=${me.theme} change=${(/** @type {string} */ theme) => change({ theme })}
          options=${['system', 'light', 'dark'].map((theme) => [theme, t('console-theme-' + theme)])} />
      </div>
    <//>`;
}

/** @param {{app: import('../app.js').App, me: import('../desk/types').Me}} props */
function NewPassword({ app, me }) {
  const { form, field, trouble, busy, change } = useForm({ current: '', new: '' }, async (values) => {
    await app.api.put('/me/password', values).catch(inFields);
    change({ current: '', new: '' });
    toast(t('console-set-password-done'));
  });
  return html`
    <${Group} title=${t('console-password')} why=${t('console-set-password-why')}>
      <form class="sheet form" ...${form}>
        <input type="hidden" autocomplete="username" value=${me.email} />
        <${Password} label=${t('console-set-password-now')} autocomplete="current-password" ...${field('current')} />
        <${Password} label=${t('console-new-password')} hint=${t('console-password-why')} autocomplete="new-password" ...${field('new')} />
        ${trouble && html`<${Notice} kind="late">${trouble}<//>`}
        <div class="acts"><${Button} type="submit" busy=${busy}>${t('console-set-password-go')}<//></div>
      </form>
    <//>`;
}

/** The desk speaks of `password`; here its field is the new one. @param {any} problem @returns {never} */
function inFields(problem) {
  if (problem.fields?.password) problem.fields = { new: problem.fields.password };
  throw problem;
}
