/** What this browser keeps of one chat: the visitor's token, a draft. Where it may keep nothing, this page remembers. */

/**
 * @param {string} key the inbox's
 * @param {Storage | null} [storage] the browser's, if it lets us
 */
export function keeper(key, storage = allowed()) {
  const prefix = `esmero.${key}.`;
  /** @type {Map<string, string>} */
  const memory = new Map();
  let lasting = !!storage;

  /** @param {string} name */
  function get(name) {
    try {
      return memory.get(name) ?? storage?.getItem(prefix + name) ?? null;
    } catch {
      return null;
    }
  }

  /**
   * @param {string} name
   * @param {string | null} value
   */
  function set(name, value) {
    memory.delete(name);
    try {
      if (value === null) storage?.removeItem(prefix + name);
      else if (storage) storage.setItem(prefix + name, value);
      else memory.set(name, value);
    } catch {
      // Full, or refused since: the page goes on from its memory, and says so where it matters.
      lasting = false;
      if (value !== null) memory.set(name, value);
    }
  }

  /**
   * Tells when another tab changed something.
   * @param {string} name
   * @param {(value: string | null) => void} listener
   */
  function watch(name, listener) {
    globalThis.addEventListener?.('storage', (event) => event.key == prefix + name && listener(event.newValue));
  }

  return { get, set, watch, storage, lasting: () => lasting };
}

/**
 * Two tabs that came for the first time at the same moment were each given a token. Both keep the lesser one, whoever
 * wrote last, so that they become one visitor.
 * @param {string} mine
 * @param {string | null} kept
 */
export function settled(mine, kept) {
  return kept && kept < mine ? kept : mine;
}

/**
 * Whom the shop's token names. The desk checks its signature; here it only tells apart whose things are whose.
 * @param {string} identity
 * @returns {string} empty if the desk won't be able to read it either
 */
export function named(identity) {
  try {
    const { sub } = JSON.parse(atob(identity.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
    return typeof sub == 'string' ? 'user:' + sub : '';
  } catch {
    return '';
  }
}

/** A page of another site may have a storage of its own, or none: reading the property alone can throw. */
function allowed() {
  try {
    const storage = globalThis.localStorage;
    storage.setItem('esmero', '1');
    storage.removeItem('esmero');
    return storage;
  } catch {
    return null;
  }
}
