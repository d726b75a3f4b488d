/** Files on their way into the message that is being written. They leave at once, so that the message itself is quick. */

import { refusal, upload } from './uploads.js';

/** The desk removes files that no message has named for a day. */
const DAY = 24 * 3_600_000;

/**
 * @typedef {object} Attachment
 * @property {string} key
 * @property {string} name
 * @property {number} size
 * @property {string} type
 * @property {'waiting' | 'leaving' | 'there' | 'failed'} state
 * @property {number} part from 0 to 1
 * @property {File} [file]
 * @property {import('./types').FileShown} [shown] as the desk keeps it
 * @property {AbortController} [stop]
 */

/**
 * @param {object} ways
 * @param {{value: Attachment[]}} ways.all
 * @param {{value: {why: string, name: string, reason?: string} | null}} ways.refused the last file that wasn't taken
 * @param {() => import('./types').Limits | null} ways.limits
 * @param {() => string} ways.address where files go
 * @param {() => {token: string | null, identity?: string}} ways.who
 * @param {typeof upload} [ways.send]
 */
export function attachments({ all, refused, limits, address, who, send = upload }) {
  let count = 0;

  /** @param {Iterable<File>} files */
  function add(files) {
    for (const file of files) {
      const why = refusal(file, limits(), all.value.length);
      if (why) {
        refused.value = { why, name: file.name };
        continue;
      }
      const key = String(++count);
      const { name, size, type } = file;
      all.value = [...all.value, { key, name, size, type, file, state: 'waiting', part: 0, stop: new AbortController() }];
      leave(key);
    }
  }

  /** @param {string} key */
  async function leave(key) {
    const { file, stop, name } = all.value.find((one) => one.key == key) || {};
    if (!file || !stop) return;
    change(key, { state: 'leaving', part: 0 });
    try {
      const shown = await send(file, address(), who(), (part) => change(key, { part }), stop.signal);
      change(key, { state: 'there', part: 1, shown });
    } catch (/** @type {any} */ problem) {
      if (stop.signal.aborted) return;
      if (problem.retry) return change(key, { state: 'failed' });
      remove(key);
      refused.value = { why: 'failed', name: name || '', reason: problem.title };
    }
  }

  /** @param {string} key */
  function remove(key) {
    all.value.find((one) => one.key == key)?.stop?.abort();
    all.value = all.value.filter((one) => one.key != key);
  }

  /**
   * @param {string} key
   * @param {Partial<Attachment>} values
   */
  function change(key, values) {
    all.value = all.value.map((one) => (one.key == key ? { ...one, ...values } : one));
  }

  /** Tries again what failed for want of a connection. */
  function again() {
    for (const { key, state } of all.value) if (state == 'failed') leave(key);
  }

  /**
   * What this person had attached before the page was loaded. Of what had not arrived, or is there no longer, the
   * names are told: nobody has it but the person.
   * @param {string} written
   * @param {{person: string, visitor: string}} me
   */
  function restore(written, me) {
    const { at, person, visitor, files } = read(written);
    if (person && person != me.person) return;
    /** @type {(file: {shown?: import('./types').FileShown}) => boolean} */
    const isThere = ({ shown }) => !!shown && visitor == me.visitor && Date.now() - at < DAY;
    all.value = files.filter(isThere).map(({ name, shown }) => ({
      key: String(++count), name, size: shown?.size || 0, type: shown?.type || '', state: 'there', part: 1, shown,
    }));
    const gone = files.filter((file) => !isThere(file)).map(({ name }) => name);
    if (gone.length) refused.value = { why: 'lost', name: gone.join(', ') };
  }

  return { add, remove, again, restore };
}

/**
 * @param {string} written
 * @returns {{at: number, person: string, visitor: string, files: {name: string, shown?: import('./types').FileShown}[]}}
 */
function read(written) {
  try {
    const { at, person, visitor, files } = JSON.parse(written);
    return { at, person, visitor, files: Array.isArray(files) ? files : [] };
  } catch {
    return { at: 0, person: '', visitor: '', files: [] };
  }
}
