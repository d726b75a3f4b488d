/** What went wrong with a message, in the language of the page. The other server's words stand beside, as they came. */

import { says, t } from '../../../shared/i18n.js';

/**
 * @typedef {import('../types').Trouble} Trouble
 * @typedef {import('../types').DeskEvent} DeskEvent
 */

/** What the page has no better words for than the server. */
const VAGUE = 'other';

/**
 * @param {DeskEvent} event `message.failed` and the like
 * @returns {Trouble}
 */
export function troubleIn({ data, fields = {} }) {
  const { code = VAGUE, status = '', for_all = false } = data;
  return { code, status, said: fields.said ?? '', address: fields.address ?? '', forAll: for_all };
}

/** @param {string} code @returns {boolean} false for one that a later release made */
const isKnown = (code) => says('console-trouble-' + code);

/** @param {Pick<Trouble, 'code'>} trouble @returns {string} a sentence */
export const whyWords = ({ code }) => t('console-trouble-' + (isKnown(code) ? code : VAGUE));

/** @param {Pick<Trouble, 'code'>} trouble @returns {boolean} whether only the server's own words tell what it is */
export const isVague = ({ code }) => code === VAGUE || !isKnown(code);

/** @param {Pick<Trouble, 'status' | 'said'>} trouble @returns {string} the server's words, with its status once */
export const saidWords = ({ status, said }) => (said.includes(status) ? said : `${status} ${said}`.trim());
