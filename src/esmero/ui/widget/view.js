/** What the person looks at and has begun to write: which screen, what is new since they came, what went wrong. */

import { signal } from './signal.js';
import { unread } from './talk.js';

/**
 * @param {ReturnType<typeof import('./visitor.js').visitor>} model
 * @param {ReturnType<typeof import('./keep.js').keeper>} keep
 * @param {boolean} alone whether this is a page of its own, which nobody opens and closes
 */
export function viewing(model, keep, alone) {
  const shown = signal(alone);
  const screen = signal(keep.get('talk') || model.pending().length ? 'conversation' : 'directory');
  const draft = signal(keep.get('draft') || '');
  /** The last file that was not taken, and why. */
  const refused = signal(/** @type {{why: string, name: string, reason?: string} | null} */ (null));
  /** Our messages after this seq were new when the person came. */
  const divider = signal(Infinity);
  /** The person has sent a message whose files are still on their way. */
  const leaving = signal(false);
  let chosen = false;
  /** Whether the text was written on this page. */
  let written = false;
  let drafts = 'draft';

  /** @param {string} to the person's own choice of a screen */
  function go(to) {
    chosen = true;
    screen.value = to;
  }

  /** @param {boolean} on */
  function turn(on) {
    shown.value = on;
    if (on) mark();
  }

  /** From here on, what is new is new to the person. */
  function mark() {
    const talk = model.talk.value;
    divider.value = unread(talk) ? talk.read : Infinity;
  }

  /** The desk has told how things stand: who has an open conversation lands in it, unless they went elsewhere. */
  function arrived() {
    const { conversation } = model.talk.value;
    const underway = (conversation && conversation.status != 'closed') || model.pending().length;
    if (!chosen && !draft.value) screen.value = underway ? 'conversation' : 'directory';
    if (divider.value == Infinity) mark();
  }

  /** @param {string} text */
  function write(text) {
    draft.value = text;
    refused.value = null;
    written = !!text;
    keep.set(drafts, text || null);
    if (text) model.typing(true);
  }

  /**
   * Somebody else is here, or the same person under another name. What one begins to write is for oneself alone.
   * @param {string} who
   * @param {boolean} same
   */
  function become(who, same) {
    const before = drafts;
    drafts = who ? 'draft@' + who : 'draft';
    // A visitor who signs in takes along what they had begun; otherwise only what is being written at this moment.
    if (same && draft.value && (written || before == 'draft')) {
      keep.set(before, null);
      keep.set(drafts, draft.value);
    } else {
      draft.value = keep.get(drafts) || '';
      written = false;
    }
  }

  /**
   * Sends what is written; with files, as soon as they are there.
   * @param {import('./types').Files} files
   */
  function send(files) {
    const text = draft.value.trim();
    if ((!text && !files.all.value.length) || over() > 0) return;
    leaving.value = !files.settled();
    if (leaving.value) return;
    model.send(text, files.take());
    write('');
    go('conversation');
    divider.value = Infinity;
  }

  /**
   * A file has come further.
   * @param {import('./types').Files} files
   */
  function proceed(files) {
    if (!leaving.value) return;
    if (files.settled()) send(files);
    else if (files.failed()) leaving.value = false;
  }

  /** @returns {number} characters above what a message may have */
  function over() {
    return [...draft.value.trim()].length - (model.limits.value?.text || Infinity);
  }

  return { alone, shown, screen, draft, refused, divider, leaving, go, turn, mark, arrived, become, write, send, proceed, over };
}
