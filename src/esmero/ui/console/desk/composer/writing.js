/**
 * What an agent is writing in one conversation: a reply and a note, kept apart so that one never turns into the other by
 * a wrong click; and whether the customer has written something new since the reply was begun.
 */

/**
 * @typedef {import('../types').Kind} Kind
 * @typedef {import('../types').FileShown} FileShown
 * @typedef {import('../types').Draft} Draft
 *
 * @typedef {object} Writing
 * @property {Kind} kind which of the two is in hand
 * @property {Record<Kind, string>} texts
 * @property {Record<Kind, FileShown[]>} files that have been uploaded
 * @property {number | null} began seq of the customer's newest message when the reply was begun; null while there is none
 * @property {number | null} seen the same, or that of the newer one because of which Enter was last held back
 * @property {boolean} heldBack Enter was pressed and something newer was shown instead: Enter again sends
 *
 * @typedef {{kind: Kind, text: string, files: FileShown[], seen: number | null, recipients?: import('../types').Recipients, replaces?: number}} Said
 *   what Enter sends; `recipients` where they are others than the desk would take, `replaces`: an event that did not arrive
 */

/** @type {Writing} */
export const BLANK = {
  kind: 'reply', texts: { reply: '', note: '' }, files: { reply: [], note: [] }, began: null, seen: null, heldBack: false,
};

/**
 * @param {Draft[]} drafts as the desk kept them, the one that was written last at the end: it is in hand again
 * @param {import('../types').DeskEvent[]} received the customer's messages, in order
 * @returns {Writing} where the customer wrote after the draft was kept, the reply counts as begun before that
 */
export function resumed(drafts, received) {
  const kept = drafts.filter(({ text }) => text);
  const last = kept.at(-1);
  if (!last) return BLANK;
  const texts = { ...BLANK.texts, ...Object.fromEntries(kept.map(({ kind, text }) => [kind, text])) };
  const reply = kept.find(({ kind }) => kind === 'reply');
  const before = reply && received.findLast((event) => event.at <= reply.updated_at);
  const seen = reply ? (before?.seq ?? 0) : null;
  return { ...BLANK, kind: last.kind, texts, began: seen, seen };
}

/**
 * @param {Writing} writing
 * @param {string} text
 * @param {number} newest seq of the customer's newest message on screen
 * @returns {Writing}
 */
export function typed(writing, text, newest) {
  return begun({ ...writing, texts: { ...writing.texts, [writing.kind]: text } }, newest);
}

/**
 * @param {Writing} writing
 * @param {FileShown[]} files
 * @param {number} newest
 * @returns {Writing}
 */
export function attached(writing, files, newest) {
  return begun({ ...writing, files: { ...writing.files, [writing.kind]: files } }, newest);
}

/**
 * @param {Writing} writing
 * @param {Kind} kind
 * @returns {Writing}
 */
export const chosen = (writing, kind) => ({ ...writing, kind });

/**
 * @param {Writing} writing
 * @param {number} newest
 * @returns {boolean} whether the customer has written since the reply was begun
 */
export const isOvertaken = (writing, newest) => writing.kind === 'reply' && writing.seen !== null && newest > writing.seen;

/**
 * Enter. A reply that was overtaken does not leave at once: what is new is shown, and Enter again sends.
 * @param {Writing} writing
 * @param {number} newest
 * @returns {{writing: Writing, said: Said | null}}
 */
export function entered(writing, newest) {
  const { kind } = writing;
  if (isEmpty(writing)) return { writing, said: null };
  if (isOvertaken(writing, newest)) return { writing: { ...writing, seen: newest, heldBack: true }, said: null };
  const said = { kind, text: writing.texts[kind], files: writing.files[kind], seen: kind === 'reply' ? newest : null };
  return { writing: cleared(writing), said };
}

/** What one says oneself, by the kind of writing that it was. @type {Record<string, Kind>} */
const SAID_BY_ME = { 'message.sent': 'reply', 'reply.queued': 'reply', 'note.added': 'note' };

/**
 * The same draft stands in each of one's tabs: what was sent from another one waits here no more.
 * @param {Writing} writing
 * @param {import('../types').DeskEvent} event
 * @param {number} me
 * @returns {Writing | null} null where this event takes nothing away
 */
export function sentElsewhere(writing, { type, by, text = '' }, me) {
  const kind = SAID_BY_ME[type];
  if (!kind || by.kind !== 'agent' || by.id !== me) return null;
  const here = draftOf(writing, kind);
  if (!here || here.trim() !== text.trim() || writing.files[kind].length) return null;
  return { ...cleared({ ...writing, kind }), kind: writing.kind };
}

/**
 * What was refused comes back to be changed or sent again, unless something else is being written by now.
 * @param {Writing} writing
 * @param {Said} said
 * @param {number | null} newest given when the desk refused it because of this newer message
 * @returns {Writing | null} null when there is no room for it
 */
export function returned(writing, said, newest) {
  const other = { ...writing, kind: said.kind };
  if (!isEmpty(other)) return null;
  const back = {
    ...other, heldBack: newest !== null,
    texts: { ...writing.texts, [said.kind]: said.text }, files: { ...writing.files, [said.kind]: said.files },
  };
  return said.kind === 'reply' ? { ...back, began: said.seen ?? 0, seen: newest ?? said.seen ?? 0 } : back;
}

/** @type {Kind[]} */
export const KINDS = ['reply', 'note'];

/**
 * @param {Writing} writing
 * @param {Kind} kind
 * @returns {string} what the desk keeps of it; empty: nothing
 */
export const draftOf = ({ texts }, kind) => (texts[kind].trim() ? texts[kind] : '');

/**
 * @param {Writing} writing
 * @param {import('../types').Limits} limits
 * @param {string} channel of the conversation
 * @returns {number} characters that still fit into what is in hand; below 0: so many are too many
 */
export function room({ kind, texts }, limits, channel) {
  const longest = kind === 'reply' ? (limits.replies?.[channel] ?? limits.text) : limits.text;
  const text = texts[kind];
  // Counted as the desk does, by code points; a text that is short in code units needs no counting.
  return longest - (text.length > longest / 2 ? [...text].length : text.length);
}

/**
 * @param {Writing} writing
 * @returns {boolean} whether there is nothing to send in hand
 */
export const isEmpty = ({ kind, texts, files }) => !texts[kind].trim() && !files[kind].length;

/**
 * @param {Writing} writing
 * @returns {Writing}
 */
function cleared(writing) {
  const { kind } = writing;
  const blank = { ...writing, heldBack: false, texts: { ...writing.texts, [kind]: '' }, files: { ...writing.files, [kind]: [] } };
  return kind === 'reply' ? { ...blank, began: null, seen: null } : blank;
}

/**
 * A reply begins with its first character or file, and ends when the last is taken away.
 * @param {Writing} writing
 * @param {number} newest
 * @returns {Writing}
 */
function begun(writing, newest) {
  if (writing.kind === 'note') return writing;
  if (isEmpty(writing)) return { ...writing, began: null, seen: null, heldBack: false };
  return writing.seen === null ? { ...writing, began: newest, seen: newest } : writing;
}
