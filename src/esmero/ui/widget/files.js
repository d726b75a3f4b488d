/** The files of the message that is being written. Most messages have none: what handles them comes with the first. */

import { signal } from './signal.js';

/** @param {Omit<Parameters<typeof import('./attachments.js').attachments>[0], 'all'>} ways */
export function files(ways) {
  const all = signal(/** @type {import('./attachments.js').Attachment[]} */ ([]));
  const part = signal(/** @type {any} */ (null));

  /** @param {Iterable<File>} given */
  async function add(given) {
    // The browser empties its list as soon as we wait.
    const chosen = [...given];
    const { attachments, Attached } = await import('./attached.js');
    part.value ||= { ...attachments({ ...ways, all }), Attached };
    part.value.add(chosen);
  }

  /** Takes what has arrived out of here and into a message. */
  function take() {
    const there = all.value.flatMap(({ shown }) => (shown ? [shown] : []));
    all.value = [];
    return there;
  }

  const settled = () => all.value.every(({ state }) => state == 'there');
  const failed = () => all.value.some(({ state }) => state == 'failed');

  return { all, part, add, take, settled, failed };
}
