/** Shop and desk side by side, or one at a time where there is no room, and the director's panel below them. */

import { signal } from '@preact/signals';

import { Announcer } from '../shared/elements/announcer.js';
import { Button } from '../shared/elements/button.js';
import { Dialog } from '../shared/elements/dialog.js';
import { html } from '../shared/html.js';
import { language, speak, t } from '../shared/i18n.js';
import { LANGUAGES } from '../shared/languages.js';
import { Director } from './director.js';
import { agent, besideAddress, consoleAddress, facts, nameOf, sent, shopAddress, shown, step } from './facts.js';
import { Tour } from './tour.js';

const PARTS = /** @type {const} */ (['shop', 'console', 'director']);
const showsPhone = signal(false);

export function Page() {
  return html`
    <div class="demo">
      <${Head} />
      <nav class="parts" aria-label=${t('demo-show')}>
        ${PARTS.map((part) => html`
          <button key=${part} class="choice" aria-pressed=${String(shown.value == part)} onClick=${() => (shown.value = part)}>${t('demo-' + part)}</button>`)}
      </nav>
      <main>
        <div class="stages"><${Shop} /><${Console} /></div>
        <${Director} />
      </main>
      ${step.value !== null && html`<${Tour} />`}
      ${showsPhone.value && html`<${Phone} />`}
      <${Announcer} />
    </div>`;
}

function Head() {
  return html`
    <header class="head">
      <h1>esmero <small>${t('demo-title')}</small></h1>
      <${Button} kind="go" onClick=${() => (step.value = 0)}>${t('demo-tour')}<//>
      <${Button} icon="phone" class="to-phone" onClick=${() => (showsPhone.value = true)}>${t('demo-phone')}<//>
      <select class="input" aria-label=${t('demo-language')} value=${language.value} onChange=${(/** @type {any} */ event) => {
        sent.value = null;
        void speak('demo', [event.target.value]);
      }}>
        ${Object.entries(LANGUAGES).map(([code, name]) => html`<option key=${code} value=${code} lang=${code}>${name}</option>`)}
      </select>
    </header>`;
}

function Shop() {
  return html`
    <section class="stage" id="shop" data-shown=${String(shown.value == 'shop')} aria-label=${t('demo-shop')}>
      <div class="stage-head">
        <span class="title">${t('demo-shop')}</span>
        <a href=${shopAddress()} target="_blank" rel="noopener">${t('demo-alone')}</a>
      </div>
      <iframe key=${language.value} title=${t('demo-shop')} src=${shopAddress()}></iframe>
    </section>`;
}

function Console() {
  const way = consoleAddress();
  return html`
    <section class="stage" id="console" data-shown=${String(shown.value == 'console')} aria-label=${t('demo-console')}>
      <div class="stage-head">
        <div id="who" class="who" role="group" aria-label=${t('demo-who')}>
          <span class="title" aria-hidden="true">${t('demo-who')}</span>
          ${facts.agents.map(({ id, name }) => html`
            <button key=${id} class="choice" aria-pressed=${String(agent.value == id)} onClick=${() => {
              sent.value = null;
              agent.value = id;
            }}>${name}</button>`)}
        </div>
        <a href=${besideAddress()} target="_blank" rel="noopener">${t('demo-alone')}</a>
      </div>
      <iframe key=${way + sent.value} title=${t('demo-console-of', { name: nameOf(agent.value) })} src=${sent.value ?? way}></iframe>
    </section>`;
}

function Phone() {
  return html`
    <${Dialog} title=${t('demo-phone')} close=${() => (showsPhone.value = false)}>
      <div class="phone">
        ${facts.phone
          ? html`<img src="/demo/code.svg" alt=${t('demo-phone-code')} width="200" height="200" />
              <p>${t('demo-phone-how', { address: facts.phone + '/demo/shop' })}</p>`
          : html`<p>${t('demo-phone-none')}</p><p><code>bin/demo --host 0.0.0.0</code></p>`}
      </div>
    <//>`;
}
