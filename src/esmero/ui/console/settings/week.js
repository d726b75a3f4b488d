/** The hours of an inbox, as one edits them: seven days of spans in minutes after midnight, Monday first. */

/** @typedef {[begins: number, ends: number]} Span */

const DAY = 1440;
const WORKING = 5;
/** What a day that had none begins with: 9:00 to 17:00. */
const USUAL = /** @type {Span} */ ([540, 1020]);

/**
 * @param {readonly Span[][]} days
 * @param {number} day 0 is Monday
 * @returns {Span[][]} with one more span on that day, after the last where there is room
 */
export function added(days, day) {
  const last = days[day].at(-1);
  const span = last ? /** @type {Span} */ ([Math.min(last[1] + 60, DAY - 60), Math.min(last[1] + 240, DAY)]) : USUAL;
  return replaced(days, day, [...days[day], span]);
}

/**
 * @param {readonly Span[][]} days
 * @param {number} day
 * @param {number} place
 */
export function removed(days, day, place) {
  return replaced(days, day, days[day].filter((_, index) => index != place));
}

/**
 * @param {readonly Span[][]} days
 * @param {number} day
 * @param {number} place
 * @param {0 | 1} end which of both
 * @param {string} time "09:30"
 */
export function changed(days, day, place, end, time) {
  const minutes = minutesOf(time, end);
  if (minutes === null) return replaced(days, day, days[day]);
  const spans = days[day].map((span, index) => (index == place ? moved(span, end, minutes) : span));
  return replaced(days, day, spans);
}

/**
 * @param {readonly Span[][]} days
 * @returns {Span[][]} Monday's hours on all working days
 */
export function likeMonday(days) {
  return days.map((spans, day) => (day < WORKING ? days[0] : spans).map(([begins, ends]) => [begins, ends]));
}

/**
 * @param {Span[]} spans of one day
 * @returns {'' | 'order' | 'overlap'} what is wrong with them, as the desk would find
 */
export function wrongWith(spans) {
  const ordered = [...spans].sort((one, other) => one[0] - other[0]);
  if (ordered.some(([begins, ends]) => begins >= ends)) return 'order';
  return ordered.some(([, ends], index) => index + 1 < ordered.length && ends > ordered[index + 1][0]) ? 'overlap' : '';
}

/**
 * @param {number} minutes
 * @returns {string} "09:30"; the end of a day is written 00:00, since a clock knows no 24:00
 */
export function timeOf(minutes) {
  const within = minutes % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/**
 * @param {string} time
 * @param {0 | 1} end 00:00 as an end is the end of the day
 * @returns {number | null}
 */
export function minutesOf(time, end) {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) || [];
  if (!hours || Number(hours) > 23 || Number(minutes) > 59) return null;
  const all = Number(hours) * 60 + Number(minutes);
  return end == 1 && all == 0 ? DAY : all;
}

/**
 * @param {string} language
 * @returns {string[]} Monday to Sunday
 */
export function dayNames(language) {
  const say = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => say.format(Date.UTC(2024, 0, 1 + day)));
}

/** @returns {string} the viewer's time zone */
export function ownZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/**
 * @param {string} chosen
 * @returns {string[]} all zones that this browser knows, and the chosen one in any case
 */
export function zones(chosen) {
  const known = Intl.supportedValuesOf?.('timeZone') ?? [];
  return [...new Set(['UTC', chosen, ...known])].sort();
}

/**
 * @param {readonly Span[][]} days
 * @param {number} day
 * @param {Span[]} spans
 * @returns {Span[][]}
 */
function replaced(days, day, spans) {
  return days.map((before, index) => (index == day ? spans : before));
}

/**
 * @param {Span} span
 * @param {0 | 1} end
 * @param {number} minutes
 * @returns {Span}
 */
function moved([begins, ends], end, minutes) {
  return end == 0 ? [minutes, ends] : [begins, minutes];
}
