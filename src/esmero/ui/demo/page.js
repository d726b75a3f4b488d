/** Shop and desk side by side, or one at a time where there is no room, and the director's panel below them. */

import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { Announcer } from '../shared/elements/announcer.js';
import { Button } from '../shared/elements/button.js';
import { Dialog } from '../shared/elements/dialog.js';
import { html } from '../shared/html.js';
import { language, number, speak, t } from '../shared/i18n.js';
import { LANGUAGES } from '../shared/languages.js';
import { Director } from './director.js';
import { agent, besideAddress, bring, consoleAddress, facts, mailboxAddress, nameOf, sent, shopAddress, shown, side, step, unread, whose } from './facts.js';
import { Tour } from './tour.js';

const PARTS = /** @type {const} */ (['shop', 'mailbox', 'console', 'director']);
const SIDES = /** @type {const} */ (['shop', 'mailbox']);
const showsPhone = signal(false);

export function Page() {
  return html`
    <div class="demo">
      <${Head} />
      <nav class="parts" aria-label=${t('demo-show')}>
        ${PARTS.map((part) => html`
          <button key=${part} class="choice" aria-pressed=${String(shown.value == part)} onClick=${() => bring(part)}>${t('demo-' + part)}${part == 'mailbox' && html`<${Unread} />`}</button>`)}
      </nav>
      <main>
        <div class="stages"><${Shop} /><${Mailbox} /><${Console} /></div>
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
        whose.value = null;
        void speak('demo', [event.target.value]);
      }}>
        ${Object.entries(LANGUAGES).map(([code, name]) => html`<option key=${code} value=${code} lang=${code}>${name}</option>`)}
      </select>
    </header>`;
}

function Shop() {
  return html`
    <section class="stage" id="shop" data-shown=${String(shown.value == 'shop')} data-side=${String(side.value == 'shop')} aria-label=${t('demo-shop')}>
      <div class="stage-head">
        <${Sides} />
        <a href=${shopAddress()} target="_blank" rel="noopener">${t('demo-alone')}</a>
      </div>
      <iframe key=${language.value} title=${t('demo-shop')} src=${shopAddress()}></iframe>
    </section>`;
}

/** It is loaded when somebody first looks at it, and stays. */
function Mailbox() {
  const wasShown = useRef(false);
  wasShown.current ||= side.value == 'mailbox';
  useEffect(() => {
    const hear = (/** @type {MessageEvent} */ { origin, data }) => {
      if (origin == location.origin && data?.demo == 'mailbox') unread.value = data.unread;
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  const way = mailboxAddress();
  return html`
    <section class="stage" id="mailbox" data-shown=${String(shown.value == 'mailbox')} data-side=${String(side.value == 'mailbox')} aria-label=${t('demo-mailbox')}>
      <div class="stage-head">
        <${Sides} />
        <a href=${way} target="_blank" rel="noopener">${t('demo-alone')}</a>
      </div>
      ${wasShown.current && html`<iframe key=${way} title=${t('demo-mailbox')} src=${way}></iframe>`}
    </section>`;
}

/** The customer's two sides: what is beside the desk. */
function Sides() {
  return html`
    <div class="sides" role="group" aria-label=${t('demo-sides')}>
      ${SIDES.map((part) => html`
        <button key=${part} class="choice" aria-pressed=${String(side.value == part)} onClick=${() => bring(part)}>${t('demo-' + part)}${part == 'mailbox' && html`<${Unread} />`}</button>`)}
    </div>`;
}

function Unread() {
  if (!unread.value) return null;
  return html` <span class="unread">${number(unread.value)}</span>`;
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
