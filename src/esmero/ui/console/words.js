/** What went wrong, in the words of the page's language. The desk's own sentence stands in where we have none. */

import { says, t } from '../shared/i18n.js';
import { lasting } from '../shared/times.js';

/**
 * @param {unknown} error
 * @returns {string} a sentence
 */
export function wordsFor(error) {
  const problem = /** @type {Partial<import('../shared/api.js').Problem>} */ (error ?? {});
  const reference = problem.more?.reference;
  if (reference) return t('console-problem-internal-named', { reference });
  const id = 'console-problem-' + (problem.code || 'internal').replaceAll('_', '-');
  if (says(id)) return t(id, { wait: lasting(problem.wait || 0) });
  return problem.message || t('console-problem-internal');
}

/**
 * @param {unknown} error
 * @returns {Record<string, string>} what is wrong, by field, as a sentence each
 */
export function fieldsOf(error) {
  const { fields = {} } = /** @type {Partial<import('../shared/api.js').Problem>} */ (error ?? {});
  return Object.fromEntries(Object.entries(fields).map(([field, what]) => [field, fieldWords(what)]));
}

/** @param {string} what "too short", or already a sentence */
function fieldWords(what) {
  const id = 'console-field-' + what.replaceAll(' ', '-');
  return /^[a-z ]+$/.test(what) && says(id) ? t(id) : what;
}
