/** A day's name above what was said on it. */

import { t } from '../../../shared/i18n.js';
import { day, dayName } from '../../../shared/times.js';

/**
 * @param {number} at
 * @param {number} now
 * @returns {string} "Today", "Yesterday", "Monday, 9 March"
 */
export function dayLine(at, now) {
  const name = dayName(at, now);
  return name === 'today' || name === 'yesterday' ? t('console-day-' + name) : day(at, now);
}
