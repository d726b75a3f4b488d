/** My own mark in a conversation, moved by what I did in another window: the feed tells it, though summaries don't. */

/**
 * @typedef {import('../types').Summary} Summary
 * @typedef {import('../types').DeskEvent} DeskEvent
 */

/**
 * @param {DeskEvent[]} events
 * @param {Map<number, Summary>} known
 * @param {number} me
 * @returns {Summary[]} the conversations that I have read further than we knew
 */
export function readElsewhere(events, known, me) {
  /** @type {Map<number, Summary>} */
  const read = new Map();
  for (const event of events) {
    const one = read.get(event.of) ?? known.get(event.of);
    const upto = event.stream === 'conversation' && event.by.kind === 'agent' && event.by.id === me ? readUpto(event) : 0;
    if (one && upto > (one.read ?? 0)) read.set(event.of, { ...one, read: upto });
  }
  return [...read.values()];
}

/** Who writes has read what came before. @param {DeskEvent} event */
function readUpto({ type, seq, data }) {
  if (type === 'message.read') return data.upto;
  return type === 'message.sent' || type === 'reply.queued' || type === 'note.added' ? seq : 0;
}
