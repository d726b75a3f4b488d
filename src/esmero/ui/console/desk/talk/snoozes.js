/** Times to put a conversation away until, in the agent's own time zone. */

const HOUR = 3_600_000;
const MORNING = 9;
const EVENING = 18;

/**
 * @typedef {{key: 'hour' | 'later' | 'evening' | 'tomorrow' | 'monday', at: number}} Choice
 */

/**
 * @param {number} now
 * @returns {Choice[]} those that make sense at this time, soonest first
 */
export function choices(now) {
  const hour = new Date(now).getHours();
  const tomorrow = morningAfter(now, 1);
  const monday = morningAfter(now, daysToMonday(now));
  /** @type {Choice[]} */
  const all = [{ key: 'hour', at: fullMinutes(now + HOUR) }];
  if (hour < EVENING - 4) all.push({ key: 'later', at: onTheHour(now + 3 * HOUR) });
  if (hour < EVENING - 1) all.push({ key: 'evening', at: new Date(now).setHours(EVENING, 0, 0, 0) });
  all.push({ key: 'tomorrow', at: tomorrow });
  if (monday !== tomorrow) all.push({ key: 'monday', at: monday });
  return all;
}

/**
 * @param {string} written as `<input type="datetime-local">` gives it
 * @param {number} now
 * @returns {number | null} null for a time that has passed, or none at all
 */
export function chosenTime(written, now) {
  const at = new Date(written).getTime();
  return at > now ? at : null;
}

/**
 * @param {number} at
 * @returns {string} as `<input type="datetime-local">` takes it, in the local time zone
 */
export function fieldTime(at) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T${two(day.getHours())}:${two(day.getMinutes())}`;
}

/**
 * @param {number} now
 * @param {number} days calendar days, which a change of the clock makes longer or shorter
 */
function morningAfter(now, days) {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return day.setHours(MORNING, 0, 0, 0);
}

/** @param {number} now */
const daysToMonday = (now) => (8 - new Date(now).getDay()) % 7 || 7;

/** @param {number} at */
const fullMinutes = (at) => new Date(at).setSeconds(0, 0);

/** @param {number} at */
const onTheHour = (at) => new Date(at).setMinutes(0, 0, 0);
