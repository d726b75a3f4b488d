/** The customer, beside the conversation: who, known how, how to reach them, what came before. */

import { useState } from 'preact/hooks';

import { Button, IconButton } from '../../../shared/elements/button.js';
import { Face } from '../../../shared/elements/face.js';
import { html } from '../../../shared/html.js';
import { language, t } from '../../../shared/i18n.js';
import { Icon } from '../../../shared/icons.js';
import { nameOf as languageName } from '../../../shared/languages.js';
import { moment, short } from '../../../shared/times.js';
import { nameOf, titleOf } from '../words.js';
import { Edit } from './edit.js';
import { mattersOf } from './edits.js';

/** Earlier conversations that are shown at once. */
const SHOWN = 6;

/** @param {{desk: import('../state').Desk}} props */
export function CustomerPane({ desk }) {
  const customer = desk.current.value?.opened.customer.value;
  if (!customer) return null;
  return html`
    <aside class="aside" id="aside" tabindex="-1" aria-label=${t('console-customer')}>
      <${Who} key=${customer.id} desk=${desk} customer=${customer} />
      <${Matters} desk=${desk} customer=${customer} />
    </aside>`;
}

/** @param {{desk: import('../state').Desk, customer: import('../types').Customer}} props */
function Who({ desk, customer }) {
  const [editing, edit] = useState(false);
  const language = customer.language;
  return html`
    <div class="top">
      <${Face} name=${nameOf(customer)} size="large" />
      <${IconButton} class="close-aside" icon="cross" label=${t('console-close-aside')} onClick=${() => desk.hideAside()} />
    </div>
    <h2><bdi>${nameOf(customer)}</bdi></h2>
    ${language && html`<p class="language">${languageIn(language)}</p>`}
    <${Known} customer=${customer} />
    ${customer.blocked && html`<p class="sign late"><${Icon} name="block" />${t('console-blocked')}</p>`}
    ${editing ? html`<${Edit} desk=${desk} customer=${customer} done=${() => edit(false)} />` : html`<${Reach} desk=${desk} customer=${customer} edit=${() => edit(true)} />`}
    ${!editing && customer.about && html`<section><h3>${t('console-about')}</h3><p class="about" dir="auto">${customer.about}</p></section>`}`;
}

/** Says only what is known, and how. @param {{customer: import('../types').Customer}} props */
function Known({ customer }) {
  if (customer.known) return html`<p class="sign kept"><${Icon} name="tick" />${t('console-known')}</p>`;
  return html`<p class="sign"><${Icon} name="info" />${t('console-not-known')}</p>`;
}

/** @param {{desk: import('../state').Desk, customer: import('../types').Customer, edit: () => void}} props */
function Reach({ desk, customer, edit }) {
  const rows = [
    ['email', customer.email], ['phone', customer.phone], ['address', customer.address && t('console-address-' + customer.address)],
    ...customer.identities.filter(({ channel }) => channel !== 'chat').map(({ channel, address }) => [channel, address]),
  ].filter(([name, value], index, all) => value && all.findIndex(([other, same]) => other === name && same === value) === index);
  return html`
    <section aria-labelledby="reach">
      <div class="over"><h3 id="reach">${t('console-reach')}</h3><button onClick=${edit}>${t('console-edit')}</button></div>
      ${rows.length
        ? html`<dl>${rows.map(([name, value]) => html`<dt key=${name}>${t('console-reach-' + name)}</dt><dd><bdi>${breakable(String(value))}</bdi></dd>`)}</dl>`
        : html`<p>${t('console-reach-nothing')}</p>`}
      ${desk.mayBegin && !customer.blocked && html`<${Button} class="write-first" icon="pen" onClick=${() => desk.begin(customer)}>${t('console-begin-to')}<//>`}
    </section>`;
}

/** @param {{desk: import('../state').Desk, customer: import('../types').Customer}} props */
function Matters({ desk, customer }) {
  const [all, showAll] = useState(false);
  const matters = mattersOf(desk.store.conversations.value.values(), customer.id);
  const shown = all ? matters : matters.slice(0, SHOWN);
  return html`
    <section aria-labelledby="matters">
      <h3 id="matters" class="over">${t('console-with-us', { date: customer.created_at })}</h3>
      <ul class="matters">
        ${shown.map((one) => html`
          <li key=${one.id}><a href=${desk.hrefOf(one)} aria-current=${one.id === desk.open.value ? 'page' : null}>
            <${Icon} name=${one.channel} /><span class="clip">${one.subject || one.last.text || titleOf(one)}</span>
            <time datetime=${new Date(one.last.at).toISOString()} title=${moment(one.last.at)}>${short(one.last.at, desk.now.value)}</time>
          </a></li>`)}
      </ul>
      ${matters.length > shown.length && html`<${Button} kind="bare" onClick=${() => showAll(true)}>${t('console-all-matters', { count: matters.length })}<//>`}
    </section>`;
}

/** An address too long for its line breaks before its @, where it can still be read. @param {string} value */
function breakable(value) {
  const at = value.lastIndexOf('@');
  return at > 0 ? html`${value.slice(0, at)}<wbr />${value.slice(at)}` : value;
}

/** @param {string} code */
const languageIn = (code) => languageName(code, language.value);
