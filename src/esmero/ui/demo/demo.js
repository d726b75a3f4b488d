/** The demo's page: a shop with the widget, the console of an agent, and a director who makes things happen. */

import { signal } from '@preact/signals';

import { Announcer, announce } from '../shared/elements/announcer.js';
import { Button } from '../shared/elements/button.js';
import { Dialog } from '../shared/elements/dialog.js';
import { html, render } from '../shared/html.js';
import { language, speak, t } from '../shared/i18n.js';
import { LANGUAGES } from '../shared/languages.js';
import { Tour } from './tour.js';

/** @type {{agents: {id: number, name: string, role: string}[], acts: string[], phone: string}} */
const facts = JSON.parse(document.getElementById('facts')?.textContent || '{}');

const agent = signal(facts.agents[0].id);
const shown = signal('shop');
const said = signal('');
const showsPhone = signal(false);
const tour = signal(-1);
/** Counted up when the desk was made anew: the frames load again. */
const round = signal(0);

function Demo() {
  return html`
    <div class="demo">
      <${Head} />
      <div class="tabs" role="tablist" aria-label=${t('demo-show')}>
        ${['shop', 'console', 'director'].map((part) => html`
          <button key=${part} class="choice" role="tab" aria-selected=${String(shown.value == part)}
            onClick=${() => (shown.value = part)}>${t('demo-' + part)}</button>`)}
      </div>
      <section class="stage" id="shop" data-shown=${shown.value == 'shop'} aria-label=${t('demo-shop')}>
        <p><span>${t('demo-shop')}</span><a href=${shopAddress()} target="_blank" rel="noopener">${t('demo-alone')}</a></p>
        <iframe key=${'shop' + round.value + language.value} title=${t('demo-shop')} src=${shopAddress()}></iframe>
      </section>
      <section class="stage" id="console" data-shown=${shown.value == 'console'} aria-label=${t('demo-console')}>
        <p><span>${t('demo-console-of', { name: nameOf(agent.value) })}</span>
          <a href="/console" target="_blank" rel="noopener">${t('demo-alone')}</a></p>
        <iframe key=${'console' + round.value + agent.value} title=${t('demo-console')} src=${'/demo/enter?agent=' + agent.value}></iframe>
      </section>
      <${Director} />
      ${tour.value >= 0 && html`<${Tour} place=${tour} shown=${shown} />`}
      ${showsPhone.value && html`
        <${Dialog} title=${t('demo-phone')} close=${() => (showsPhone.value = false)}>
          <div class="phone">
            <img src="/demo/code.svg" alt=${t('demo-phone-code')} width="200" height="200" />
            <p>${t('demo-phone-how', { address: facts.phone + '/demo/shop' })}</p>
          </div>
        <//>`}
      <${Announcer} />
    </div>`;
}

function Head() {
  return html`
    <header>
      <h1>esmero <small>${t('demo-title')}</small></h1>
      <fieldset class="who">
        <legend>${t('demo-who')}</legend>
        ${facts.agents.map(({ id, name }) => html`
          <button key=${id} class="choice" aria-pressed=${String(agent.value == id)} onClick=${() => (agent.value = id)}>${name}</button>`)}
      </fieldset>
      <div class="end">
        <${Button} kind="go" onClick=${() => (tour.value = 0)}>${t('demo-tour')}<//>
        <select aria-label=${t('demo-language')} value=${language.value}
          onChange=${(/** @type {any} */ event) => speak('demo', [event.target.value])}>
          ${Object.entries(LANGUAGES).map(([code, name]) => html`<option key=${code} value=${code} lang=${code}>${name}</option>`)}
        </select>
      </div>
    </header>`;
}

function Director() {
  return html`
    <section class="director" id="director" data-shown=${shown.value == 'director'} aria-label=${t('demo-director')}>
      <h2>${t('demo-director')}</h2>
      ${facts.acts.map((act) => html`<${Button} key=${act} onClick=${() => play(act)}>${t('demo-act-' + act)}<//>`)}
      <${Button} kind="bare" onClick=${() => (showsPhone.value = true)}>${t('demo-phone')}<//>
      <p class="said">${said.value}</p>
    </section>`;
}

/** @param {string} act */
async function play(act) {
  said.value = t('demo-said-' + act);
  announce(said.value);
  try {
    await fetch('/demo/acts/' + act, { method: 'POST' });
  } catch {
    // The line is cut, or the desk begins anew: both were asked for.
  }
  if (act == 'reset') await anew();
}

/** Wait for the desk that is being made, then load the frames again. */
async function anew() {
  for (let tries = 0; tries < 60; tries += 1) {
    await new Promise((done) => setTimeout(done, 500));
    const answer = await fetch('/ready').catch(() => null);
    if (answer?.ok && tries > 2) break;
  }
  localStorage.clear();
  round.value += 1;
  said.value = t('demo-anew');
}

/** @param {number} id */
function nameOf(id) {
  return facts.agents.find((one) => one.id == id)?.name || '';
}

function shopAddress() {
  return '/demo/shop?language=' + language.value;
}

await speak('demo', navigator.languages);
render(html`<${Demo} />`, /** @type {HTMLElement} */ (document.getElementById('app')));
