/** The week of an inbox as a table, and its days off. */

import { useState } from 'preact/hooks';

import { Button, IconButton } from '../../shared/elements/button.js';
import { Field, Select } from '../../shared/elements/field.js';
import { html } from '../../shared/html.js';
import { locale, t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { Swatches } from './room.js';
import { added, changed, dayNames, likeMonday, removed, timeOf, wrongWith, zones } from './week.js';

/**
 * @typedef {import('./week.js').Span} Span
 * @typedef {{zone: string, always: boolean, days: Span[][], days_off: string[]}} Hours
 */

/** @param {{hours: Hours, change: (hours: Hours) => void, errors: Record<string, string>}} props */
export function HoursForm({ hours, change, errors }) {
  const set = (/** @type {Partial<Hours>} */ what) => change({ ...hours, ...what });
  return html`
    <${Swatches} label=${t('console-set-hours-when')} name="always" chosen=${hours.always ? 'always' : 'table'} change=${(/** @type {string} */ one) => set({ always: one == 'always' })}
      options=${[['always', t('console-set-always')], ['table', t('console-set-with-hours')]]} />
    ${!hours.always && html`
      <${Week} days=${hours.days} change=${(/** @type {Span[][]} */ days) => set({ days })} />
      <div class="pair">
        <${Select} label=${t('console-set-zone')} value=${hours.zone} error=${errors['hours.zone']} change=${(/** @type {string} */ zone) => set({ zone })} options=${zones(hours.zone).map((zone) => [zone, zone.replaceAll('_', ' ')])} />
      </div>
      <${DaysOff} days=${hours.days_off} error=${errors['hours.days_off']} change=${(/** @type {string[]} */ days_off) => set({ days_off })} />`}`;
}

/** @param {{days: Span[][], change: (days: Span[][]) => void}} props */
function Week({ days, change }) {
  const names = dayNames(locale.value);
  return html`
    <div>
      <table class="week"><caption class="unseen">${t('console-set-week')}</caption><tbody>
        ${days.map((spans, day) => html`<tr key=${day}><th scope="row">${names[day]}</th><td><${Day} days=${days} day=${day} name=${names[day]} change=${change} /></td></tr>`)}
      </tbody></table>
      <div class="acts"><${Button} kind="bare" icon="copy" onClick=${() => change(likeMonday(days))}>${t('console-set-like-monday', { day: names[0] })}<//></div>
    </div>`;
}

/** @param {{days: Span[][], day: number, name: string, change: (days: Span[][]) => void}} props */
function Day({ days, day, name, change }) {
  const spans = days[day];
  const wrong = wrongWith(spans);
  return html`
    <div class="spans">
      ${!spans.length && html`<span class="quiet">${t('console-set-closed-day')}</span>`}
      ${spans.map((span, place) => html`
        <span class="span" key=${place}>
          ${/** @type {const} */ ([0, 1]).map((end) => html`
            ${end == 1 && html`<span aria-hidden="true">–</span>`}
            <input class="input" type="time" value=${timeOf(span[end])} aria-invalid=${wrong ? 'true' : null} aria-label=${t(end ? 'console-set-ends' : 'console-set-begins', { day: name })}
              onChange=${(/** @type {any} */ { currentTarget }) => change(changed(days, day, place, end, currentTarget.value))} />`)}
          <${IconButton} icon="cross" label=${t('console-set-span-remove', { day: name })} onClick=${() => change(removed(days, day, place))} />
        </span>`)}
      <${IconButton} icon="plus" label=${t('console-set-span-add', { day: name })} onClick=${() => change(added(days, day))} />
      ${wrong && html`<p class="error" role="alert"><${Icon} name="warning" />${t('console-set-hours-' + wrong)}</p>`}
    </div>`;
}

/** @param {{days: string[], error?: string, change: (days: string[]) => void}} props */
function DaysOff({ days, error, change }) {
  const [fresh, setFresh] = useState('');
  function add() {
    if (!fresh) return;
    change([...new Set([...days, fresh])].sort());
    setFresh('');
  }
  return html`
    <fieldset class="field"><legend>${t('console-set-days-off')}</legend>
      <ul class="days">
        ${days.map((day) => html`<li key=${day}><span class="figures">${dayOff(day)}</span><${IconButton} icon="cross" label=${t('console-remove-name', { name: dayOff(day) })} onClick=${() => change(days.filter((one) => one != day))} /></li>`)}
      </ul>
      <div class="acts">
        <${Field} label=${t('console-set-day-off')} quiet type="date" value=${fresh} error=${error} change=${setFresh} />
        <${Button} icon="plus" aria-disabled=${fresh ? null : 'true'} onClick=${add}>${t('console-set-day-off-add')}<//>
      </div>
      <p class="hint">${t('console-set-days-off-why')}</p>
    </fieldset>`;
}

/** @param {string} date "2026-12-24" */
function dayOff(date) {
  return new Intl.DateTimeFormat(locale.value, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(date));
}
