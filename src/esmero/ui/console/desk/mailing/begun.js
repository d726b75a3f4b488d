/** Mails that were begun and not sent: they outlive their dialog, and in this tab the page too. */

import { signal } from '@preact/signals';

import { newId } from '../../../shared/ids.js';

/**
 * @typedef {import('./mailing-form.js').Values} Values
 * @typedef {import('../types').FileShown} FileShown
 *
 * @typedef {object} Begun
 * @property {Values} values
 * @property {{current: string}} key under which it is sent: the same words again are the same mail
 * @property {FileShown[]} files of one's own that the desk has already
 * @property {import('@preact/signals').Signal<boolean>} sending it is on its way to the desk, in whichever dialog
 */

export class BegunMails {
  /** @type {Map<string, Begun>} by `keyOf` */
  #all;

  /**
   * @param {string} scope whose they are
   * @param {Storage | null} storage
   */
  constructor(scope, storage) {
    this.scope = 'esmero.begun.' + scope;
    this.storage = storage;
    this.#all = this.#remembered();
  }

  /**
   * @param {string} name
   * @param {Values} blank what stands there where nothing was begun
   * @returns {Begun}
   */
  of(name, blank) {
    return this.#all.get(name) ?? { values: blank, key: { current: newId() }, files: [], sending: signal(false) };
  }

  /** @param {string} name @param {Begun} begun */
  keep(name, begun) {
    this.#all.set(name, begun);
    this.#remember();
  }

  /** @param {string} name */
  drop(name) {
    this.#all.delete(name);
    this.#remember();
  }

  #remember() {
    const kept = [...this.#all].map(([name, { values, key, files }]) => ({ name, values, key: key.current, files }));
    try {
      if (kept.length) this.storage?.setItem(this.scope, JSON.stringify(kept));
      else this.storage?.removeItem(this.scope);
    } catch {
      // Then it is kept as long as the page is.
    }
  }

  /** @returns {Map<string, Begun>} */
  #remembered() {
    try {
      /** @type {{name: string, values: Values, key: string, files: FileShown[]}[]} */
      const kept = JSON.parse(this.storage?.getItem(this.scope) ?? '[]');
      return new Map(kept.map(({ name, values, key, files }) => [name, { values, key: { current: key }, files, sending: signal(false) }]));
    } catch {
      return new Map();
    }
  }
}
