/** What the desk calls things, in the language of the page. */

import { ago, clock, dayName, short } from '../../shared/times.js';
import { t } from '../../shared/i18n.js';

/**
 * @param {import('./types').Person | import('./types').Customer} customer
 * @returns {string} never empty
 */
export const nameOf = (customer) => customer.name || t('console-visitor', { id: customer.id });

/**
 * @param {import('./types').Summary} one
 * @returns {string} its subject, else whose it is
 */
export const titleOf = (one) => one.subject || nameOf(one.customer);

/**
 * @param {string} text of a preview; a message may be files alone
 * @param {number} files
 */
export const previewOf = (text, files) => text || (files ? t('console-files', { count: files }) : t('console-no-words'));

/**
 * @param {number} at
 * @param {number} now
 * @returns {string} "now", "2 min", "3 h", "Mon"
 */
export const agoOrNow = (at, now) => (now - at < 60_000 ? t('console-now') : ago(at, now));

/**
 * @param {number} at a time to come
 * @param {number} now
 * @returns {string} "14:00", "tomorrow 9:00", "Mon 9:00"
 */
export function untilWhen(at, now) {
  const day = dayName(at, now);
  if (day === 'today') return clock(at);
  if (day === 'tomorrow') return t('console-when-tomorrow', { time: clock(at) });
  return t('console-when-day', { day: short(at, now), time: clock(at) });
}

/**
 * @param {number} at
 * @param {number} now
 * @returns {string} "10:31" of today, "yesterday 10:31", else the date and time
 */
export function sinceWhen(at, now) {
  const day = dayName(at, now);
  if (day === 'today') return clock(at);
  if (day === 'yesterday') return t('console-when-yesterday', { time: clock(at) });
  return short(at, now);
}

/**
 * @param {string} channel
 * @returns {string} "by chat"
 */
export function byChannel(channel) {
  const known = channel === 'chat' || channel === 'email';
  return known ? t('console-by-' + channel) : t('console-by-other', { channel });
}
