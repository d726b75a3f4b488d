/**
 * Messages on their way to the desk. Each is kept until it is acknowledged, also through a reload, and sent again with
 * the same id as often as needed: the desk makes one message of it. In each conversation one is under way at a time, so
 * that what was said second never overtakes what was said first and was told to wait.
 */

import { signal } from '@preact/signals';

import { newId } from './ids.js';

/** An acknowledgement takes milliseconds. Without one for so long the message is sent again, then ever more rarely. */
const AGAIN_AFTER = 8000;
const AGAIN_AT_MOST = 60_000;
const DAY = 24 * 3_600_000;
/** What has waited for longer than this may have lost its sense: the person decides whether it still leaves. */
const FRESH = DAY;
/** What somebody else left in this browser is wiped from it after so long. */
const OTHERS_KEPT = 30 * DAY;

/** Bytes that the live edge takes in one frame: a larger one would only be told again and again that it is too large. */
const LARGEST_FRAME = 64 * 1024;

/** Kept, and not to be sent by itself. The person decides, as about what the desk refused. */
export const KEPT = 'kept';

/**
 * @typedef {object} Unsent
 * @property {string} id
 * @property {string} [by] who wrote it; nobody else at this browser is shown it
 * @property {number} at when the person sent it
 * @property {Record<string, any>} frame all of the frame but its `t` and `id`
 * @property {any} [beside] what the page wants to show with it; never sent
 * @property {'pending' | 'refused'} state pending: it will be sent; refused: the person decides
 *   (refused by the desk, or `KEPT` here)
 * @property {Refusal} [refusal] also of one that is pending: it was told to wait
 *
 * @typedef {{code: string, title: string, detail?: string, retry?: boolean, wait?: number, seq?: number, conversation?: number}} Refusal
 */

/**
 * @param {object} options
 * @param {string} options.scope whose messages: another person at this browser must not send them
 * @param {(frame: any) => boolean} options.send whether it has left
 * @param {(frame: any) => boolean} [options.sendLarge] the same, for what is too large for the live edge
 * @param {Storage | null} [options.storage] where they outlive the page; null: nowhere
 * @param {import('./feed.js').Timers} options.timers
 */
export function sending({ scope, send, sendLarge, storage = null, timers }) {
  const prefix = `esmero.unsent.${scope}.`;
  let by = '';
  const messages = signal(mine());
  const lasting = signal(!!storage);
  /** @type {Map<string, () => void>} */
  const waiting = new Map();
  /** Written on this page, or taken up here: as certain as can be that it is this person's. */
  const here = new Set();

  /**
   * @param {Record<string, any>} frame
   * @param {any} [beside]
   * @returns {string} the message's id
   */
  function add(frame, beside) {
    /** @type {Unsent} */
    const message = { id: newId(), by: by || undefined, at: timers.now(), frame, beside, state: 'pending' };
    here.add(message.id);
    messages.value = [...messages.value, message];
    keep(message);
    if (isNext(message)) leave(message);
    return message.id;
  }

  /** We are connected (again): everything that waits leaves, in order. */
  function resume() {
    for (const message of messages.value) if (isStale(message)) change(message, held(message));
    for (const message of messages.value) if (isNext(message)) leave(message);
  }

  /** @param {{id: string}} ack */
  function acknowledged({ id }) {
    drop(id);
  }

  /**
   * @param {{id?: string} & Refusal} refusal
   * @returns {boolean} whether it was about one of ours
   */
  function refused({ id, ...refusal }) {
    const message = id && find(id);
    if (!message) return false;
    if (refusal.retry) {
      change(message, { refusal });
      again(message, Math.max(refusal.wait || 0, AGAIN_AFTER / 4));
    } else {
      change(message, { state: 'refused', refusal });
      goOn(message);
    }
    return true;
  }

  /**
   * We are told not to come again: nothing that waits will be taken, and the person should know.
   * @param {Refusal} refusal
   */
  function refuseAll(refusal) {
    for (const message of messages.value) if (message.state == 'pending') change(message, { state: 'refused', refusal });
  }

  /**
   * The person wants it sent after all, perhaps with something changed.
   * @param {string} id
   * @param {Record<string, any>} [changes]
   */
  function retry(id, changes) {
    const message = find(id);
    if (!message) return;
    here.add(id);
    const frame = { ...message.frame, ...changes };
    // Said now, it comes after what was said meanwhile.
    const changed = change(message, { at: timers.now(), state: 'pending', refusal: undefined, frame });
    messages.value = [...messages.value.filter((one) => one.id != id), changed];
    if (isNext(changed)) leave(changed);
  }

  /**
   * @param {string} id
   * @returns {Unsent | undefined} what was dropped, so that its words can go back into the composer
   */
  function discard(id) {
    const message = find(id);
    drop(id);
    return message;
  }

  /**
   * Another tab of the same person keeps messages too: what it sent is gone here, what it left behind we take over.
   * @param {{key: string | null, newValue: string | null}} event of the storage
   */
  function elsewhere({ key, newValue }) {
    if (!key?.startsWith(prefix)) return;
    const message = newValue && parsed(newValue);
    if (!message || (message.by || '') != by) return forget(key.slice(prefix.length));
    if (find(message.id)) return;
    messages.value = [...messages.value, message].sort((one, other) => one.at - other.at);
    if (isNext(message)) again(message, AGAIN_AFTER);
  }

  /**
   * Somebody else is here, or the same person under another name.
   * @param {string} next
   * @param {'none' | 'here' | 'all'} along what goes over to the new name: nothing; what was written on this page; or
   *   also what an earlier page left, which then waits for the person's word
   */
  function become(next, along) {
    if (next == by) return;
    by = next;
    for (const stop of waiting.values()) stop();
    waiting.clear();
    const over = messages.value
      .filter(({ id }) => along == 'all' || (along == 'here' && here.has(id)))
      .map((message) => ({ ...(here.has(message.id) ? message : held(message)), by: by || undefined }));
    over.forEach(keep);
    if (along == 'none') here.clear();
    // What the browser did not keep is in this page alone.
    const kept = mine().filter(({ id }) => !over.some((one) => one.id == id));
    messages.value = [...kept, ...over].sort((one, other) => one.at - other.at);
  }

  /** @returns {Unsent[]} what an earlier page left of this person's, in the order in which it was written */
  function mine() {
    const now = timers.now();
    const all = read(storage, prefix);
    const theirs = all.filter((message) => (message.by || '') != by);
    for (const { id, at } of theirs) if (now - at > OTHERS_KEPT) storage?.removeItem(prefix + id);
    return all.filter((message) => !theirs.includes(message)).map((message) => (isStale(message) ? held(message) : message));
  }

  /** @param {Unsent} message */
  function isStale({ state, at }) {
    return state == 'pending' && timers.now() - at > FRESH;
  }

  /** @param {Unsent} message */
  function leave(message, wait = AGAIN_AFTER) {
    const frame = { t: 'message', id: message.id, ...message.frame };
    const way = isTooLarge(frame) ? sendLarge : send;
    if (!way) return void refused({ id: message.id, code: 'too_long', title: '' });
    // What can't leave now leaves on resume.
    if (way(frame)) again(message, wait, Math.min(wait * 2, AGAIN_AT_MOST));
  }

  /** @param {Unsent} message */
  function again({ id }, wait = AGAIN_AFTER, then = AGAIN_AFTER) {
    waiting.get(id)?.();
    const act = () => {
      const message = find(id);
      if (message && isNext(message)) leave(message, then);
    };
    waiting.set(id, timers.after(wait, act));
  }

  /**
   * @param {Unsent} message
   * @param {Partial<Unsent>} changes
   */
  function change(message, changes) {
    const changed = { ...message, ...changes };
    messages.value = messages.value.map((one) => (one.id == message.id ? changed : one));
    keep(changed);
    return changed;
  }

  /** @param {Unsent} message */
  function keep(message) {
    try {
      storage?.setItem(prefix + message.id, JSON.stringify(message));
    } catch {
      // Full, or refused by the browser: the page's own memory still has it, and the page can say so.
      lasting.value = false;
    }
  }

  /** @param {string} id */
  function drop(id) {
    forget(id);
    storage?.removeItem(prefix + id);
  }

  /** @param {string} id */
  function forget(id) {
    const gone = find(id);
    waiting.get(id)?.();
    waiting.delete(id);
    messages.value = messages.value.filter((message) => message.id != id);
    if (gone) goOn(gone);
  }

  /** @param {Unsent} message whose turn has passed: the one after it in its conversation leaves */
  function goOn(message) {
    const next = messages.value.find((one) => one.state == 'pending' && isBeside(one, message));
    if (next && !waiting.has(next.id)) leave(next);
  }

  /** @param {Unsent} message */
  function isNext(message) {
    return messages.value.find((one) => one.state == 'pending' && isBeside(one, message))?.id == message.id;
  }

  /** @param {string} id */
  function find(id) {
    return messages.value.find((message) => message.id == id);
  }

  return { messages, lasting, add, become, resume, acknowledged, refused, refuseAll, retry, discard, elsewhere };
}

/** @param {any} frame as it would go through the live edge */
function isTooLarge(frame) {
  const text = JSON.stringify(frame);
  return text.length > LARGEST_FRAME / 3 && new Blob([text]).size > LARGEST_FRAME;
}

/**
 * @param {Unsent} message
 * @returns {Unsent}
 */
function held(message) {
  return message.state == 'refused' ? message : { ...message, state: 'refused', refusal: { code: KEPT, title: '' } };
}

/**
 * @param {Unsent} one
 * @param {Unsent} other
 */
function isBeside(one, other) {
  return one.frame.conversation === other.frame.conversation;
}

/**
 * @param {Storage | null} storage
 * @param {string} prefix
 * @returns {Unsent[]} everybody's, in the order in which it was written
 */
function read(storage, prefix) {
  const keys = storage ? Array.from({ length: storage.length }, (_, index) => storage.key(index) || '') : [];
  const found = keys.filter((key) => key.startsWith(prefix)).map((key) => parsed(storage?.getItem(key) || ''));
  return found.filter((message) => message !== null).sort((one, other) => one.at - other.at);
}

/**
 * @param {string} text
 * @returns {Unsent | null} null if something else wrote it
 */
function parsed(text) {
  try {
    const message = JSON.parse(text);
    return typeof message?.id == 'string' && typeof message.at == 'number' && message.frame ? message : null;
  } catch {
    return null;
  }
}
