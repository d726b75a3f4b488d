/** Why a search could not be made, in words. */

import { says, t } from '../../../shared/i18n.js';
import { wordsFor } from '../../words.js';

/**
 * @param {unknown} error
 * @returns {{title: string, why: string, again: boolean}} `again`: the same search may work later
 */
export function wrongWords(error) {
  const { code, fields = {} } = /** @type {Partial<import('../../../shared/api.js').Problem>} */ (error ?? {});
  if (code !== 'wrong_query') return { title: t('console-search-failed'), why: wordsFor(error), again: true };
  const [[name, what] = ['', '']] = Object.entries(fields);
  const id = 'console-found-wrong-' + what.replaceAll('_', '-');
  const filter = says('console-found-by-' + name) ? t('console-found-by-' + name) : name;
  return { title: t('console-problem-wrong-query'), why: says(id) ? t(id, { filter }) : wordsFor(error), again: false };
}
