/** Patterns that are looked at: colour, type, signs, faces, promises. */

import { Face } from '../../shared/elements/face.js';
import { Fact } from '../../shared/elements/fact.js';
import { Kbd } from '../../shared/elements/kbd.js';
import { Notice } from '../../shared/elements/notice.js';
import { Ring } from '../../shared/elements/ring.js';
import { html } from '../../shared/html.js';
import { ICONS, Icon } from '../../shared/icons.js';
import { ago, clock, day, lasting, moment, short } from '../../shared/times.js';

const GROUNDS = [
  ['paper', 'ink', 'the page'], ['sheet', 'ink', 'what one works on'], ['well', 'ink-2', 'what lies lower'], ['accent', 'accent-ink', 'the one step that goes on'],
  ['accent-wash', 'ink', 'chosen, ours'], ['kept-wash', 'kept', 'kept'], ['soon-wash', 'soon', 'soon'], ['late-wash', 'late', 'late'],
  ['note', 'note-ink', 'only we see it'], ['public-wash', 'public', 'everybody sees it'], ['secret-wash', 'secret', 'protected'],
];
const NAMES = ['Nagy Katalin', 'Marta Ríos', 'आशा वर्मा', 'Tom Weller', '@traveller_tom', 'Kovács Béla', 'Ana', ''];

/** @type {import('./patterns.js').Pattern[]} */
export const LOOK = [
  {
    name: 'Colour', told: 'Paper, one accent; any other colour means something, and a word or a sign says the same. All from tokens.css; text reads at 4.5 to 1 on every ground shown, in light and dark.',
    draw: () => html`<div class="grounds">${GROUNDS.map(([ground, ink, told]) => html`
      <div key=${ground} style=${{ background: `var(--${ground})`, color: `var(--${ink})` }}><strong>${ground}</strong><br />${told}</div>`)}</div>`,
  },
  {
    name: 'Type', told: 'A serif for what matters to a person, a quiet sans for work. Figures are tabular. Devanagari gets more leading by its lang attribute.',
    draw: () => html`<div class="whole">
      <p class="serif" style=${{ fontSize: 'var(--t-5)', lineHeight: 1.2 }}>Refund for order 58-2231</p>
      <p class="serif" style=${{ fontSize: 'var(--t-4)' }} lang="hu">Árvíztűrő tükörfúrógép</p>
      <p lang="es">¿Me pueden decir si el reembolso ya salió?</p><p lang="hi">धन्यवाद, मुझे ऑर्डर आज मिल गया।</p>
      <p class="small quiet">Small and quiet, 13 px</p><p class="figures">10:31 · 11:08 · 1 234 567</p></div>`,
  },
  {
    name: 'Icon', told: 'Our own signs, lines on a grid of 16. Beside a word they are hidden from screen readers; alone they have a label.',
    draw: () => html`<ul class="signs">${ICONS.map((name) => html`<li key=${name}><${Icon} name=${name} /><span>${name}</span></li>`)}</ul>`,
  },
  {
    name: 'Face', told: 'First letters of the first and last word, by grapheme, in any script; the tint belongs to the name. Sizes 22, 32, 44. A dot for presence, which is also said in words.',
    draw: () => html`${NAMES.map((name) => html`<${Face} key=${name} name=${name} />`)}
      <${Face} name="Ana" size="small" /><${Face} name="Ana" size="large" />
      <${Face} name="Ana" presence="available" /><${Face} name="Kovács Béla" presence="away" /><${Face} name="Chandra" presence="offline" />`,
  },
  {
    name: 'Ring', told: 'A promise: how much of its time has gone. The time of day stands beside it, never a countdown.',
    draw: () => html`${/** @type {const} */ ([[0.35, 'calm', 'by 10:52'], [0.78, 'soon', 'by 10:40'], [1, 'late', 'since 10:31'], [1, 'kept', 'kept']]).map(([part, state, words]) => html`
      <span key=${state} style=${{ display: 'inline-flex', gap: '6px', alignItems: 'center' }} lang="en"><${Ring} part=${part} state=${state} />${words}</span>`)}`,
  },
  {
    name: 'Fact', told: 'A passage that nobody said: a day, an assignment, a promise kept.',
    draw: () => html`<div class="whole"><${Fact}>${day(Date.now())}<//><${Fact}>Promised by 9:30, kept at 9:12 · from mail into live chat<//><${Fact} kind="new">New<//></div>`,
  },
  {
    name: 'Notice', told: 'Something to know, in a sentence, with what can be done. late interrupts a screen reader, the others wait their turn.',
    draw: () => html`<div class="whole group">
      <${Notice} title="No connection">Your message is kept and will be sent.<//><${Notice} kind="soon">The hours of this inbox end at 18:00.<//>
      <${Notice} kind="kept">Saved at 10:31.<//><${Notice} kind="secret">The card number is in the vault. Each look at it is logged.<//></div>`,
  },
  {
    name: 'Kbd', told: 'A key as it stands on this keyboard. Mod is ⌘ or Ctrl.',
    draw: () => html`<${Kbd} keys="Mod K" /><${Kbd} keys="e" /><${Kbd} keys="Shift Enter" />`,
  },
  {
    name: 'Times', told: 'times.js: times of day in the viewer’s own zone and region.',
    draw: () => {
      const now = Date.now();
      return html`<ul class="whole figures"><li>${clock(now)}</li><li>${day(now)}</li><li>${moment(now)}</li><li>${[0, 5, 90, 3000, 30_000].map((minutes) => ago(now - minutes * 60_000)).join(' · ')}</li><li>${short(now - 400 * 86_400_000)} · ${lasting(41_000)} · ${lasting(7_200_000)}</li></ul>`;
    },
  },
];
