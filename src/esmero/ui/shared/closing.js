/** What the end of a connection means for the client: docs/protocol.md, section 1. */

const LONGEST = 30_000;
/** A defect of the desk is not mended by asking, and asking may be what shows it. */
const LONGEST_AFTER_DEFECT = 5 * 60_000;

/**
 * What to do next.
 * - `again`: connect after `wait` milliseconds and ask for what came since
 * - `afresh`: the same, but load everything anew first
 * - `stop`: don't connect again by oneself
 * @typedef {{act: 'again' | 'afresh' | 'stop', wait: number, firm?: boolean}} Next `firm`: the server asked for the wait
 */

/** The server itself gave these: it could be reached, so another way to it would fare no better. */
const FROM_THE_SERVER = new Set([1009, 1012, 4400, 4401, 4403, 4409, 4413, 4429, 4500, 4503]);

/**
 * @param {number} code
 * @returns {boolean} whether the network between us may be to blame
 */
export function blamesTheNetwork(code) {
  return !FROM_THE_SERVER.has(code);
}

/**
 * @param {number} code of the close frame; 1006 when the connection just ended
 * @param {number} failures how many attempts in a row have ended without a welcome, this one included; with 4500 how
 *   often it has come, also after a welcome
 * @param {() => number} [random] from 0 to 1
 * @returns {Next}
 */
export function next(code, failures, random = Math.random) {
  const backOff = failures ? jittered(Math.min(LONGEST, 500 * 2 ** failures), random) : random() * 500;
  switch (code) {
    case 4401:
    case 4403:
      return { act: 'stop', wait: 0 };
    case 4409:
      return { act: 'afresh', wait: backOff };
    case 1012:
      return { act: 'again', wait: Math.max(random() * 3000, failures > 1 ? backOff : 0) };
    case 4400:
      return { act: 'again', wait: 30_000 + random() * 5000, firm: true };
    case 4429:
      return { act: 'again', wait: 10_000 + random() * 10_000, firm: true };
    case 4500:
      return { act: 'again', wait: jittered(Math.min(LONGEST_AFTER_DEFECT, 1000 * 2 ** failures), random), firm: true };
    case 4408:
      return { act: 'again', wait: failures ? backOff : 0 };
    default:
      return { act: 'again', wait: backOff };
  }
}

/**
 * Half of it at least, so that a crowd that lost its server at one moment doesn't come back at one moment.
 * @param {number} wait
 * @param {() => number} random
 */
function jittered(wait, random) {
  return wait / 2 + (random() * wait) / 2;
}
