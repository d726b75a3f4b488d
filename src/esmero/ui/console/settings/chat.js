/** A chat's settings, between what one types and what the desk keeps. */

import { accented } from '../../widget/accent.js';

/**
 * @param {string} origin of the desk
 * @param {{key: string, settings: {ways: {kind: string, address: string}[], accent?: string}}} inbox
 * @returns {string} what a shop puts on its pages: what the button shows without the desk stands in it (docs/widget.md)
 */
export function snippet(origin, { key, settings: { ways, accent } }) {
  const way = (/** @type {string} */ wanted) => ways.find(({ kind }) => kind == wanted)?.address;
  // White has to be readable on the button.
  const colour = accent && accented(accent, 'light')['--accent'];
  const data = { inbox: key, phone: way('phone'), mail: way('email'), accent: colour };
  const written = Object.entries(data).flatMap(([name, value]) => (value ? [` data-${name}="${quoted(value)}"`] : []));
  return `<script async src="${origin}/widget.js"${written.join('')}></script>`;
}

/** @param {string} text as it stands in an attribute */
const quoted = (text) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Sites as people type them: one on a line, perhaps without https://, perhaps with a path.
 * @param {string} typed
 * @returns {string[]} origins
 */
export function sitesOf(typed) {
  const lines = typed.split(/[\s,;]+/).filter(Boolean);
  return [...new Set(lines.map(originOf))];
}

/** @param {string} line */
function originOf(line) {
  const whole = /^[a-z]+:\/\//i.test(line) ? line : 'https://' + line;
  // A star is no host for URL; the desk checks what is left.
  return whole.toLowerCase().replace(/^([a-z]+:\/\/[^/?#]*).*$/, '$1');
}

/**
 * @param {any} before settings as the desk keeps them
 * @param {any} after
 * @returns {boolean} whether they say the same
 */
export function same(before, after) {
  return JSON.stringify(ordered(before)) === JSON.stringify(ordered(after));
}

/**
 * @param {any} value
 * @returns {any}
 */
function ordered(value) {
  if (Array.isArray(value) || value === null || typeof value != 'object') return Array.isArray(value) ? value.map(ordered) : value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, ordered(value[name])]));
}

/**
 * A form's values as the desk wants them: empty greetings and half-typed ways are left out.
 * @param {any} values
 * @returns {any}
 */
export function cleaned(values) {
  const greeting = Object.entries(values.greeting).filter(([language, text]) => values.languages.includes(language) && String(text).trim());
  return {
    ...values,
    greeting: Object.fromEntries(greeting),
    ways: values.ways.filter((/** @type {{address: string}} */ { address }) => address.trim()),
    hours: { ...values.hours, days_off: [...new Set(values.hours.days_off.filter(Boolean))].sort() },
  };
}
