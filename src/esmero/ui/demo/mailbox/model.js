/** What a mail program makes of letters: whom an answer goes to, under which subject, with what below it. */

/**
 * @typedef {{thread: number, subject: string, people: string[], snippet: string, at: number, letters: number, unread: number, files: boolean}} Row
 * @typedef {{place: number, name: string, type: string, size: number}} Enclosed
 * @typedef {object} Letter
 * @property {number} id
 * @property {boolean} mine
 * @property {number} at
 * @property {string} by
 * @property {string} address
 * @property {string[]} to
 * @property {string[]} cc
 * @property {string[]} reply_to
 * @property {string} subject
 * @property {string} text
 * @property {string | null} html
 * @property {boolean} automatic
 * @property {Enclosed[]} files
 * @property {string} quote
 *
 * @typedef {{to: string, cc: string, subject: string, text: string, answers: number | null}} Draft
 */

/** @param {string} person "Ana at Farol <help@farol.example>" @returns {string} the address alone, in small letters */
export const addressIn = (person) => (/<([^<>]*)>\s*$/.exec(person)?.[1] ?? person).trim().toLowerCase();

/** @param {string} person @returns {string} the name, or the address of who has none */
export const nameIn = (person) => person.replace(/\s*<[^<>]*>\s*$/, '').replace(/^"(.*)"$/, '$1') || addressIn(person);

/**
 * @param {string} subject
 * @returns {string} with one "Re:" before it
 */
export const answered = (subject) => (/^\s*re\s*:/i.test(subject) ? subject : `Re: ${subject}`.trim());

/** @param {string} desk whom one writes to here @returns {Draft} */
export const fresh = (desk) => ({ to: desk, cc: '', subject: '', text: '', answers: null });

/**
 * @param {Letter} letter
 * @param {string} own the address of who answers
 * @param {boolean} all whether everybody who got it gets the answer too
 * @returns {Draft} an answer, with the letter below
 */
export function answerTo(letter, own, all) {
  const to = letter.reply_to;
  const there = new Set([own, letter.address, ...to].map(addressIn));
  const others = all ? [...letter.to, ...letter.cc].filter((person) => !isThere(person, there)) : [];
  return { to: to.join(', '), cc: others.join(', '), subject: answered(letter.subject), text: `\n\n${letter.quote}\n`, answers: letter.id };
}

/**
 * Of an address with a mark behind its plus the desk's own is another form.
 * @param {string} person
 * @param {Set<string>} there
 */
function isThere(person, there) {
  const address = addressIn(person);
  return [...there].some((one) => one == address || one.replace(/\+[^@]*/, '') == address);
}

/**
 * @param {Letter} letter
 * @param {string} own
 * @returns {boolean} whether there is anybody whom an answer to all would reach besides
 */
export const hasOthers = (letter, own) => answerTo(letter, own, true).cc != '';

/**
 * @param {Row[]} before
 * @param {Row[]} now
 * @returns {Row | undefined} the newest thread in which something unread has come
 */
export function arrived(before, now) {
  const known = new Map(before.map((row) => [row.thread, row.unread]));
  return now.find((row) => row.unread > (known.get(row.thread) ?? 0));
}
