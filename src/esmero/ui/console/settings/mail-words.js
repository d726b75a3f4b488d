/** What a mail server's trouble is called, in the language of the page. The desk's own sentence stands in where we have none. */

import { says, t } from '../../shared/i18n.js';

/** Between the desk's words and the server's own (`trouble.py`). */
const APART = ' It says: ';

/**
 * @param {string} code
 * @param {string} words the desk's, in English
 * @returns {string}
 */
export function troubleWords(code, words) {
  const [own, common] = ['console-mail-trouble-', 'console-trouble-'].map((begin) => begin + code.replaceAll('_', '-'));
  const id = says(own) ? own : common;
  if (!code || !says(id)) return words;
  const at = words.indexOf(APART);
  return at < 0 ? t(id) : `${t(id)} ${t('console-mail-says', { words: words.slice(at + APART.length) })}`;
}

/**
 * @param {'receive' | 'send'} side
 * @param {import('./mail.js').Step} step
 * @returns {string}
 */
export function stepWords(side, { name, code, words }) {
  const id = code == 'ok' ? 'step-' + name : code == 'no_server' ? 'no-server-' + side : '';
  const whole = 'console-mail-' + id.replaceAll('_', '-');
  return id && says(whole) ? t(whole) : troubleWords(code, words);
}

/** What is peculiar at a provider, by how the desk says it (`providers.py`). @type {[RegExp, string][]} */
const HINTS = [
  [/^(.+) wants a password made for this desk alone .+ Or sign in with Google/, 'console-mail-hint-google'],
  [/^(.+) wants a password made for this desk alone/, 'console-mail-hint-alone'],
  [/^(.+) takes no passwords here any more: sign in with Microsoft/, 'console-mail-hint-microsoft'],
  [/^(.+) lets mail programs in only after that was switched on/, 'console-mail-hint-switch'],
  [/^(.+) lets mail programs in after IMAP was switched on/, 'console-mail-hint-imap'],
];

/** @param {string} hint @returns {string} */
export function hintWords(hint) {
  for (const [form, id] of HINTS) {
    const provider = form.exec(hint)?.[1];
    if (provider && says(id)) return t(id, { provider });
  }
  return hint;
}

/**
 * Trouble that won't pass by itself wants somebody; what they can do.
 * @param {string} code
 * @returns {string} empty where we know no better than the trouble's own words
 */
export function whatToDo(code) {
  const id = 'console-mail-do-' + code.replaceAll('_', '-');
  return says(id) ? t(id) : '';
}
