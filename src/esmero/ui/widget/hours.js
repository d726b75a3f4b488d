/** When somebody is there: which sentence says it, with times as the customer reads a clock. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * @param {import('./types').Inbox} inbox
 * @param {number} now UTC milliseconds
 * @param {string} language BCP 47
 * @param {string} [zone] the customer's own, by default
 * @returns {[id: string, values: Record<string, string | number>]}
 */
export function presence(inbox, now, language, zone) {
  const clock = (/** @type {number} */ at) => times(at, language, zone);
  if (inbox.open) {
    if (!inbox.people.length) return inbox.until ? ['until', clock(inbox.until)] : ['open', {}];
    const by = answeredBy(inbox, now);
    return by ? ['by', clock(by)] : ['here', {}];
  }
  if (!inbox.back || inbox.back <= now) return ['away', {}];
  const days = calendarDays(now, inbox.back, zone);
  return [days == 0 ? 'today' : days == 1 ? 'tomorrow' : days < 7 ? 'weekday' : 'date', clock(inbox.back)];
}

/**
 * A time of day by which an answer is to be expected, in whole five minutes; only if waits were measured and there is
 * somebody to answer.
 * @param {import('./types').Inbox} inbox
 * @param {number} now
 * @returns {number | null}
 */
export function answeredBy({ open, people, answers_within: wait }, now) {
  if (!open || !people.length || wait == null) return null;
  return Math.ceil((now + wait) / (5 * MINUTE)) * 5 * MINUTE;
}

/**
 * @param {number} at
 * @param {string} language
 * @param {string} [zone]
 */
export function times(at, language, zone) {
  const say = (/** @type {Intl.DateTimeFormatOptions} */ how) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...how }).format(at);
  return {
    time: say({ hour: 'numeric', minute: '2-digit' }),
    weekday: say({ weekday: 'long' }),
    date: say({ weekday: 'long', day: 'numeric', month: 'long' }),
    // Spanish says "a la 1:30" and "a las 2:30".
    hour: parseInt(say({ hour: 'numeric' }).replace(/\D/g, ''), 10) || 0,
  };
}

/**
 * @param {number} from
 * @param {number} to
 * @param {string} [zone]
 */
export function calendarDays(from, to, zone) {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  return Math.round((Date.parse(day.format(to)) - Date.parse(day.format(from))) / DAY);
}
