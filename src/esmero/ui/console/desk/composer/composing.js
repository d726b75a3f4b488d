/** Writing in one conversation: the text in hand, its draft at the desk, and telling others that one writes. */

import { computed, signal } from '@preact/signals';

import { t } from '../../../shared/i18n.js';
import { wordsFor } from '../../words.js';
import { sizeOf } from '../talk/files.js';
import { isReceived } from '../talk/thread.js';
import { changed, troubleOf, usual, written } from './recipients.js';
import { rewritten } from './rewriting.js';
import { BLANK, KINDS, attached, chosen, draftOf, entered, isEmpty, resumed, returned, room, sentElsewhere, typed } from './writing.js';

/** Milliseconds without a key before the draft is kept at the desk. */
const PAUSE = 800;
/** We don't know what the desk holds. */
const UNSURE = '\0';

let uploaded = 0;
/** The desk believes for six seconds that somebody types. */
const TELL_AGAIN = 3_000;
/** Who presses no key for so long is thinking, not typing. */
const THINKING = 5_000;

/**
 * @typedef {import('../types').Kind} Kind
 * @typedef {import('./writing.js').Writing} Writing
 * @typedef {{key: number, kind: Kind, name: string, reason: string}} Upload on its way; with a reason it was refused
 */

export class Composing {
  writing = signal(/** @type {Writing} */ (BLANK));
  /** Why what was sent came back. */
  refusal = signal('');
  /** The conversation where the customer is, if that is why. */
  elsewhere = signal(/** @type {number | null} */ (null));
  uploads = signal(/** @type {Upload[]} */ ([]));
  /** The address of ours that the next reply leaves from; '' for the inbox's own. */
  sender = signal('');
  /** Whether the fields of who gets the reply are open. */
  addressing = signal(false);
  /** What was written in them, if anything was. */
  #readdressed = signal(/** @type {import('./recipients.js').Fields | null} */ (null));
  /** What was wrong in them when somebody wanted to send. */
  misaddressed = signal(/** @type {import('./recipients.js').Trouble | null} */ (null));
  /** Whom the desk would take, as long as nobody changes it. */
  #usual = computed(() => usual(this.opened.customer.value, this.opened.participants.value, this.opened.thread.value?.events ?? [], this.store.hasRecipients));
  recipients = computed(() => this.#readdressed.value ?? this.#usual.value);
  isReaddressed = computed(() => this.#readdressed.value !== null && Object.keys(changed(this.#readdressed.value, this.#usual.value)).length > 0);
  /** The event of a reply that did not arrive, in place of which one writes. */
  replacing = signal(/** @type {number | null} */ (null));
  isUploading = computed(() => this.uploads.value.some(({ reason }) => !reason));

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #keeping;
  /** @type {Record<Kind, string>} what the desk holds */
  #kept = { reply: '', note: '' };
  #saving = 0;
  #toldAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #thinking;

  /**
   * @param {import('../../store.js').Store} store
   * @param {import('../talk/opened.js').Opened} opened
   */
  constructor(store, opened) {
    this.store = store;
    this.opened = opened;
  }

  /** Take up the drafts that the desk kept, unless something was written here meanwhile. */
  resume() {
    const thread = this.opened.thread.peek();
    if (!thread || KINDS.some((kind) => draftOf(this.writing.peek(), kind))) return;
    this.writing.value = resumed(this.opened.drafts, thread.events.filter(isReceived));
    for (const kind of KINDS) this.#kept[kind] = draftOf(this.writing.peek(), kind);
  }

  /** @param {import('../types').DeskEvent[]} events */
  follow(events) {
    for (const event of events) {
      if (event.stream !== 'conversation' || event.of !== this.opened.id) continue;
      const before = this.writing.peek();
      const left = sentElsewhere(before, event, this.store.me.peek().id);
      // Only what the desk has kept came from another tab; what is typed here at this moment is another message.
      if (!left || KINDS.some((kind) => draftOf(left, kind) !== draftOf(before, kind) && this.#kept[kind] !== draftOf(before, kind))) continue;
      this.writing.value = left;
      for (const kind of KINDS) this.#kept[kind] = draftOf(left, kind);
    }
  }

  /** @param {string} text */
  type(text) {
    this.writing.value = typed(this.writing.value, text, this.opened.newest);
    this.refusal.value = '';
    this.elsewhere.value = null;
    this.#tellTyping(text !== '');
    this.#keepSoon();
  }

  /** @param {Kind} kind */
  choose(kind) {
    if (kind === this.writing.peek().kind) return;
    this.#tellTyping(false);
    this.writing.value = chosen(this.writing.value, kind);
  }

  /** @param {import('./recipients.js').Fields | null} fields who gets the reply; null: whom the desk would take */
  address(fields) {
    this.misaddressed.value = null;
    this.#readdressed.value = fields;
  }

  /** @param {import('../types').FileShown[]} files */
  attach(files) {
    this.writing.value = attached(this.writing.value, files, this.opened.newest);
  }

  /**
   * @param {File[]} files
   * @param {{file: number, files: number}} limits
   */
  async upload(files, limits) {
    const { kind, files: attached } = this.writing.peek();
    const room = limits.files - attached[kind].length - this.uploads.peek().length;
    await Promise.all(files.slice(0, Math.max(room, 0)).map((file) => this.#upload(file, kind, limits.file)));
    if (files.length > room) this.refusal.value = t('console-file-many', { limit: limits.files });
  }

  /** @param {number} key of an upload that was refused, or is no longer wanted */
  forget(key) {
    this.uploads.value = this.uploads.value.filter((upload) => upload.key !== key);
  }

  /** Send, or show first what the customer has written since. @param {boolean} close with it */
  enter(close = false) {
    const over = -room(this.writing.peek(), this.store.limits.peek(), this.store.conversations.peek().get(this.opened.id)?.reach ?? '');
    if (over > 0) {
      this.refusal.value = t('console-too-long', { over });
      return false;
    }
    if (!this.#isAddressed()) return false;
    const { writing, said } = entered(this.writing.value, this.opened.newest);
    this.writing.value = writing;
    if (!said) return false;
    if (said.kind === 'reply') this.#addressTo(said);
    if (said.kind === 'reply') this.#standFor(said);
    this.refusal.value = '';
    this.elsewhere.value = null;
    this.uploads.value = this.uploads.value.filter(({ reason }) => !reason);
    this.#tellTyping(false);
    this.#keepAfter(said.kind);
    this.store.say(this.opened.id, close ? { ...said, seen: this.opened.newest } : said, close);
    return true;
  }

  /**
   * What the desk refused comes back, if there is room for it.
   * @param {import('./writing.js').Said} said
   * @param {string} reason
   * @param {number | null} newest the customer's newer message, if that was the reason
   * @param {number | null} elsewhere the conversation where the customer is, if that was
   * @returns {boolean} whether it is in hand again
   */
  takeBack(said, reason, newest = null, elsewhere = null) {
    const back = returned(this.writing.peek(), said, newest);
    if (!back) return false;
    this.writing.value = back;
    this.#readdress(said);
    if (said.replaces) this.replacing.value = said.replaces;
    this.refusal.value = newest === null ? reason : '';
    // Perhaps it was they whom the desk could not take.
    if (said.recipients && newest === null) this.addressing.value = true;
    this.elsewhere.value = elsewhere;
    this.#keepSoon();
    return true;
  }

  /** The person wants to change it: it takes the place of what is in hand. @param {import('./writing.js').Said} said */
  takeOver(said) {
    const { kind, text, files } = said;
    this.#readdress(said);
    this.writing.value = attached(typed(chosen(this.writing.peek(), kind), text, this.opened.newest), files, this.opened.newest);
    this.#keepSoon();
  }

  /**
   * A reply that did not arrive is in hand again, to be corrected.
   * @param {import('../types').DeskEvent} failed
   * @returns {boolean} false if something else is in hand
   */
  rewrite(failed) {
    if (this.replacing.peek() !== failed.id && !isEmpty(chosen(this.writing.peek(), 'reply'))) return false;
    this.takeOver(rewritten(failed, this.opened.thread.peek()?.events ?? []));
    this.replacing.value = failed.id;
    this.addressing.value = true;
    return true;
  }

  /** Leaving: what was begun is kept now, and nobody types here any more. */
  leave() {
    this.#tellTyping(false);
    if (this.#keeping !== undefined) this.#keep();
  }

  /** Whether everybody who is to get the reply can; else the fields say what is wrong. */
  #isAddressed() {
    if (this.writing.peek().kind !== 'reply' || !this.isReaddressed.peek()) return true;
    this.misaddressed.value = troubleOf(this.recipients.peek());
    this.addressing.value ||= this.misaddressed.value !== null;
    return this.misaddressed.value === null;
  }

  /** The next reply goes to whom the desk takes again. @param {import('./writing.js').Said} said */
  #addressTo(said) {
    const channel = this.store.conversations.peek().get(this.opened.id)?.reach ?? '';
    if (this.store.hasRecipients(channel) && this.isReaddressed.peek()) said.recipients = changed(this.recipients.peek(), this.#usual.peek());
    if (this.sender.peek()) said.recipients = { ...said.recipients, sender: this.sender.peek() };
    this.address(null);
    this.sender.value = '';
    this.addressing.value = false;
  }

  /** @param {import('./writing.js').Said} said */
  #standFor(said) {
    said.replaces = this.replacing.peek() ?? undefined;
    this.replacing.value = null;
  }

  /** It comes back with whom it was to go to. @param {import('./writing.js').Said} said */
  #readdress({ kind, recipients }) {
    if (kind !== 'reply' || !recipients) return;
    const { sender = '', ...named } = recipients;
    this.sender.value = sender;
    const given = Object.fromEntries(Object.entries(named).filter(([, all]) => all).map(([field, all]) => [field, written(all)]));
    if (Object.keys(given).length) this.address({ ...this.#usual.peek(), ...given });
  }

  /**
   * @param {File} file
   * @param {Kind} kind the reply or the note that was in hand when it was chosen
   * @param {number} limit bytes
   */
  async #upload(file, kind, limit) {
    const key = ++uploaded;
    /** @param {string} reason */
    const show = (reason) => (this.uploads.value = [...this.uploads.value.filter((upload) => upload.key !== key), { key, kind, name: file.name, reason }]);
    if (!file.size) return show(t('console-file-empty', { name: file.name }));
    if (file.size > limit) return show(t('console-file-large', { name: file.name, limit: sizeOf(limit) }));
    show('');
    try {
      const kept = await this.store.api.post('/files?name=' + encodeURIComponent(file.name || 'file'), file);
      if (!this.uploads.peek().some((upload) => upload.key === key)) return;
      this.forget(key);
      const now = this.writing.peek();
      this.writing.value = { ...attached({ ...now, kind }, [...now.files[kind], kept], this.opened.newest), kind: now.kind };
    } catch (error) {
      show(t('console-file-failed', { name: file.name, reason: wordsFor(error) }));
    }
  }

  /** @param {boolean} on */
  #tellTyping(on) {
    const now = Date.now();
    clearTimeout(this.#thinking);
    if (on) this.#thinking = setTimeout(() => this.#tellTyping(false), THINKING);
    if (on ? now - this.#toldAt < TELL_AGAIN : !this.#toldAt) return;
    this.#toldAt = on ? now : 0;
    this.store.send({ t: 'typing', conversation: this.opened.id, on, kind: this.writing.peek().kind });
  }

  /**
   * The desk drops the draft of what was sent. One that is on its way to the desk at this moment could arrive after the
   * message, so it is dropped once more.
   * @param {Kind} kind
   */
  #keepAfter(kind) {
    this.#kept[kind] = this.#saving ? UNSURE : '';
    this.#keepSoon();
  }

  #keepSoon() {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), PAUSE);
  }

  #keep() {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    for (const kind of KINDS) this.#keepOne(kind, draftOf(this.writing.peek(), kind));
  }

  /**
   * @param {Kind} kind
   * @param {string} text
   */
  #keepOne(kind, text) {
    if (text === this.#kept[kind]) return;
    this.#kept[kind] = text;
    const path = `/conversations/${this.opened.id}/draft`;
    const done = text ? this.store.put(path, { kind, text }) : this.store.drop(`${path}?kind=${kind}`);
    this.#saving += 1;
    // The next key tries again.
    done.catch(() => (this.#kept[kind] = UNSURE)).finally(() => (this.#saving -= 1));
  }
}
