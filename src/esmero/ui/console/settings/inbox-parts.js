/** The parts of a chat's settings. Each draws some of the values of one form. */

import { Button, IconButton } from '../../shared/elements/button.js';
import { Area, Check, Field, Select } from '../../shared/elements/field.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { LANGUAGES } from '../../shared/languages.js';
import { sitesOf } from './chat.js';
import { Swatches } from './room.js';

/**
 * @typedef {object} Part
 * @property {any} values
 * @property {Record<string, string>} errors
 * @property {(name: any) => any} field
 * @property {(changes: any) => void} change
 */

/** The accent of the look itself, for who turns an own one on. */
const OURS = '#1c6b5d';

/** @param {Part} props */
export function Names({ values, field, change }) {
  return html`
    <div class="pair">
      <${Field} label=${t('console-name')} hint=${t('console-set-inbox-name-why')} maxlength="80" ...${field('name')} />
      <${Field} label=${t('console-set-brand')} hint=${t('console-set-brand-why')} maxlength="80" ...${field('brand')} />
    </div>
    <${Languages} chosen=${values.languages} change=${(/** @type {string[]} */ languages) => change({ languages })} />
    <${Swatches} label=${t('console-set-address')} name="address" chosen=${values.address} change=${(/** @type {string} */ address) => change({ address })}
      options=${[['formal', t('console-set-formal')], ['familiar', t('console-set-familiar')]]} />`;
}

/** At least one is spoken. @param {{chosen: string[], change: (chosen: string[]) => void}} props */
function Languages({ chosen, change }) {
  const turn = (/** @type {string} */ code) => change(chosen.includes(code) ? chosen.filter((one) => one != code) : [...chosen, code]);
  return html`
    <fieldset class="field"><legend>${t('console-set-languages')}</legend>
      <div class="picks">${Object.entries(LANGUAGES).map(([code, name]) => html`
        <label key=${code} class="check" lang=${code}><input type="checkbox" checked=${chosen.includes(code)} disabled=${chosen.length == 1 && chosen[0] == code} onChange=${() => turn(code)} /><span>${name}</span></label>`)}</div>
      <p class="hint">${t('console-set-languages-why')}</p>
    </fieldset>`;
}

/** @param {Part} props */
export function Appearance({ values, errors, change }) {
  const greet = (/** @type {string} */ code, /** @type {string} */ text) => change({ greeting: { ...values.greeting, [code]: text } });
  return html`
    <div class="pair">${values.languages.map((/** @type {keyof typeof LANGUAGES} */ code) => html`
      <${Field} key=${code} label=${t('console-set-greeting', { language: LANGUAGES[code] })} lang=${code} maxlength="200" placeholder=${t('console-set-greeting-own')}
        value=${values.greeting[code] ?? ''} change=${(/** @type {string} */ text) => greet(code, text)} />`)}</div>
    <div class="acts">
      <${Check} label=${t('console-set-accent')} hint=${t('console-set-accent-why')} value=${!!values.accent} change=${(/** @type {boolean} */ on) => change({ accent: on ? OURS : '' })} />
      ${values.accent && html`<input type="color" class="colour" value=${values.accent} aria-label=${t('console-set-accent')} aria-invalid=${errors.accent ? 'true' : null}
        onInput=${(/** @type {any} */ { currentTarget }) => change({ accent: currentTarget.value })} />`}
    </div>`;
}

/** @param {Part} props */
export function Ways({ values, change }) {
  const ways = /** @type {{kind: string, address: string, cost: string}[]} */ (values.ways);
  const set = (/** @type {number} */ place, /** @type {object} */ what) => change({ ways: ways.map((way, index) => (index == place ? { ...way, ...what } : way)) });
  return html`
    <ul class="lines">${ways.map((way, place) => html`
      <li key=${place}>
        <${Select} label=${t('console-set-way')} value=${way.kind} change=${(/** @type {string} */ kind) => set(place, { kind })} options=${[['phone', t('console-set-phone')], ['email', t('console-email')]]} />
        <${Field} label=${t(way.kind == 'phone' ? 'console-set-number' : 'console-email')} type=${way.kind == 'phone' ? 'tel' : 'email'} dir="ltr" maxlength="254" value=${way.address} change=${(/** @type {string} */ address) => set(place, { address })} />
        <${Field} label=${t('console-set-cost')} maxlength="80" value=${way.cost} change=${(/** @type {string} */ cost) => set(place, { cost })} />
        <${IconButton} icon="bin" label=${t('console-remove-name', { name: way.address || t('console-set-way') })} onClick=${() => change({ ways: ways.filter((_, index) => index != place) })} />
      </li>`)}</ul>
    ${ways.length < 8 && html`<div class="acts"><${Button} icon="plus" onClick=${() => change({ ways: [...ways, { kind: 'phone', address: '', cost: '' }] })}>${t('console-set-way-add')}<//></div>`}`;
}

/** @param {Part} props */
export function Sites({ values, errors, change }) {
  return html`
    <${Area} label=${t('console-set-sites')} error=${errors.sites} rows="3" dir="ltr" spellcheck=${false} placeholder="https://shop.example"
      value=${values.sites.join('\n')} onChange=${(/** @type {any} */ { currentTarget }) => change({ sites: sitesOf(currentTarget.value) })} />`;
}

/** @param {Part & {mailboxes: {id: number, name: string}[]}} props mailboxes: where unread answers can leave from */
export function Conversations({ values, errors, change, mailboxes }) {
  return html`
    <${Field} label=${t('console-set-reopen')} hint=${t('console-set-reopen-why')} type="number" inputmode="numeric" min="0" max="8760" value=${String(values.reopen_hours)}
      change=${(/** @type {string} */ hours) => change({ reopen_hours: Math.min(8760, Math.max(0, Math.round(Number(hours)) || 0)) })} />
    ${mailboxes.length > 0 && html`
      <${Select} label=${t('console-set-answers-from')} hint=${t('console-set-answers-from-why')} error=${errors.answers_from} value=${String(values.answers_from ?? '')}
        options=${[['', t('console-set-answers-from-any')], ...mailboxes.map(({ id, name }) => [String(id), name])]}
        change=${(/** @type {string} */ id) => change({ answers_from: id ? Number(id) : null })} />`}
    <${Check} label=${t('console-set-files')} value=${values.files} change=${(/** @type {boolean} */ files) => change({ files })} />
    <${Check} label=${t('console-set-known-only')} hint=${t('console-set-known-only-why')} value=${values.identity_required} change=${(/** @type {boolean} */ identity_required) => change({ identity_required })} />`;
}
