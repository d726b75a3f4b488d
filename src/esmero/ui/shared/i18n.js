/** The language of the page: its messages, its direction, and how numbers read in it. */

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { signal } from '@preact/signals';

import { dress } from './bidi.js';
import { chosen, directionOf, localeFor } from './languages.js';

/** The language that is spoken now, one of `LANGUAGES`. Elements that read it are drawn anew when it changes. */
export const language = signal('en');

/** The same with the person's region where it is known: what Intl formats with. */
export const locale = signal('en');

/** How the page speaks to the person: `formal` or `familiar` (usted or tú). Messages may choose by `$address`. */
export const address = signal(/** @type {'formal' | 'familiar'} */ ('formal'));

const spoken = signal(/** @type {FluentBundle | null} */ (null));

/** The parts of the product that are spoken besides the first one. @type {string[]} */
const also = [];

/**
 * Loads the messages of one part of the product, and says on `<html>` which language it is.
 * @param {string} part `widget`, `console` or `page`: the messages whose ids begin so, and the shared ones
 * @param {readonly string[]} wanted languages in the order in which the person likes them (BCP 47)
 * @returns {Promise<string>} the language that was chosen
 * @throws {TypeError} the messages could not be fetched; the language stays as it was
 */
export async function speak(part, wanted) {
  const code = chosen(wanted);
  const parts = [part, ...also];
  const messages = await Promise.all(parts.map((name) => messagesOf(name, code)));
  if (parts.length <= also.length) return speak(part, wanted); // one more came meanwhile
  learn(code, messages.join('\n'), localeFor(code, navigator.languages));
  document.documentElement.lang = code;
  document.documentElement.dir = directionOf(code);
  return code;
}

/**
 * Loads the messages of one more part, in the language that is spoken now and in those that will be.
 * @param {string} part
 * @throws {TypeError} the messages could not be fetched
 */
export async function speakAlso(part) {
  const code = language.value;
  const messages = await messagesOf(part, code);
  if (!also.includes(part)) also.push(part);
  // Where the language has changed meanwhile, it is asked for again.
  if (code != language.value) return speakAlso(part);
  spoken.value?.addResource(new FluentResource(messages));
}

/**
 * @param {string} part
 * @param {string} code
 */
async function messagesOf(part, code) {
  const answer = await fetch(new URL(`../locales/${code}/${part}.ftl`, import.meta.url));
  if (!answer.ok) throw new TypeError(`No messages for ${code}: ${answer.status}`);
  return answer.text();
}

/**
 * @param {string} code
 * @param {string} messages Fluent's syntax
 * @param {string} [region] the language with the person's region
 */
export function learn(code, messages, region = code) {
  // Fluent would isolate every value; `dress` isolates those that need it.
  const bundle = new FluentBundle(region, { useIsolating: false });
  bundle.addResource(new FluentResource(messages));
  language.value = code;
  locale.value = region;
  spoken.value = bundle;
}

/**
 * @param {string} id
 * @param {Record<string, string | number>} [values]
 * @returns {string} the message in the page's language, or its id where there is none
 */
export function t(id, values = {}) {
  const bundle = spoken.value;
  const message = bundle?.getMessage(id)?.value;
  if (!bundle || !message) return id;
  return bundle.formatPattern(message, { address: address.value, ...dress(values, language.value) }, []);
}

/**
 * @param {string} id
 * @returns {boolean} whether the page's language has this message
 */
export function says(id) {
  return !!spoken.value?.hasMessage(id);
}

/**
 * @param {number} value
 * @param {Intl.NumberFormatOptions} [how]
 */
export function number(value, how) {
  return new Intl.NumberFormat(locale.value, how).format(value);
}

/**
 * @param {string[]} items
 * @returns {string} "A, B and C"
 */
export function list(items) {
  return new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(items);
}
