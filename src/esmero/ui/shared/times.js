/** Times as people say them, in the page's language and the viewer's own zone: times of day, not countdowns. */

import { locale } from './i18n.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * @param {number} at UTC milliseconds
 * @returns {string} "10:31"
 */
export function clock(at) {
  return format(at, { hour: 'numeric', minute: '2-digit' });
}

/**
 * @param {number} at
 * @returns {string} "Monday, 9 March", with the year where it is another one
 */
export function day(at, now = Date.now()) {
  const year = calendar(at).slice(0, 4) == calendar(now).slice(0, 4) ? undefined : 'numeric';
  return format(at, { weekday: 'long', day: 'numeric', month: 'long', year });
}

/**
 * The whole of it, for titles and those who look twice.
 * @param {number} at
 * @returns {string} "Monday, 9 March 2026 at 10:31"
 */
export function moment(at) {
  return format(at, { dateStyle: 'full', timeStyle: 'short' });
}

/**
 * The shortest that leaves no doubt: a time today, a weekday this week, a date before.
 * @param {number} at
 * @returns {string} "10:31", "Mon", "9 Mar", "9 Mar 2024"
 */
export function short(at, now = Date.now()) {
  const days = Math.abs(daysBetween(at, now));
  if (days == 0) return clock(at);
  // Hungarian's short weekdays are single letters, which only a calendar explains.
  if (days < 7) return format(at, { weekday: isHungarian() ? 'long' : 'short' });
  if (calendar(at).slice(0, 4) == calendar(now).slice(0, 4)) return format(at, { day: 'numeric', month: 'short' });
  return format(at, { day: 'numeric', month: 'short', year: 'numeric' });
}

/**
 * How long ago, as a list says it: minutes and hours of today, then days.
 * @param {number} at
 * @returns {string} "2 min", "3 h", "Mon", "9 Mar"
 */
export function ago(at, now = Date.now()) {
  const gone = Math.max(0, now - at);
  if (gone < HOUR) return unit(Math.floor(gone / MINUTE), 'minute');
  if (gone < 12 * HOUR) return unit(Math.floor(gone / HOUR), 'hour');
  return short(at, now);
}

/**
 * @param {number} length milliseconds
 * @returns {string} "40 sec", "12 min", "2 hr", "3 days"
 */
export function lasting(length) {
  if (length < MINUTE) return unit(Math.round(length / 1000), 'second');
  if (length < HOUR) return unit(Math.round(length / MINUTE), 'minute');
  if (length < 36 * HOUR) return unit(Math.round(length / HOUR), 'hour');
  return unit(Math.round(length / (24 * HOUR)), 'day');
}

/**
 * @param {number} at
 * @returns {'today' | 'yesterday' | 'tomorrow' | 'other'} by the viewer's calendar
 */
export function dayName(at, now = Date.now()) {
  const days = daysBetween(at, now);
  return days == 0 ? 'today' : days == -1 ? 'yesterday' : days == 1 ? 'tomorrow' : 'other';
}

/**
 * @param {number} at
 * @returns {number} calendar days from now until then, whatever the clocks did between
 */
export function daysBetween(at, now = Date.now()) {
  return Math.round((Date.parse(calendar(at)) - Date.parse(calendar(now))) / (24 * HOUR));
}

/** @param {number} at */
function calendar(at) {
  const then = new Date(at);
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  return `${String(then.getFullYear()).padStart(4, '0')}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

/**
 * @param {number} value
 * @param {string} name
 */
function unit(value, name) {
  // Hungarian's short forms ("5 p", "2 ó") are for tables; people write the words.
  const unitDisplay = isHungarian() ? 'long' : 'short';
  return new Intl.NumberFormat(locale.value, { style: 'unit', unit: name, unitDisplay }).format(value);
}

const isHungarian = () => locale.value.startsWith('hu');

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {number} at
 * @param {Intl.DateTimeFormatOptions} how
 */
function format(at, how) {
  const key = locale.value + JSON.stringify(how);
  const known = formats.get(key) || new Intl.DateTimeFormat(locale.value, how);
  formats.set(key, known);
  return known.format(at);
}
