/** What came and could not be understood: what is held of it, and what people do about it. */

import { signal } from '@preact/signals';

export class Holding {
  /** @type {import('@preact/signals').Signal<import('../types').Held[] | null>} null until the desk answered */
  items = signal(null);
  /** @type {import('@preact/signals').Signal<Error | null>} */
  trouble = signal(null);
  /** Ids of what is being tried again, or put away. */
  busy = signal(/** @type {ReadonlySet<number>} */ (new Set()));

  /** @param {import('../../store.js').Store} store */
  constructor(store) {
    this.store = store;
  }

  async load() {
    this.trouble.value = null;
    try {
      this.items.value = (await this.store.get('/quarantine?limit=200')).items;
    } catch (error) {
      this.trouble.value = /** @type {Error} */ (error);
    }
  }

  /**
   * @param {number} id
   * @returns {Promise<boolean>} whether it is understood now
   * @throws {import('../../../shared/api.js').Problem}
   */
  retry(id) {
    return this.#working(id, async () => {
      const { understood } = await this.store.api.post(`/quarantine/${id}/retry`);
      if (understood) this.#drop(id);
      else this.items.value = (this.items.peek() ?? []).map((one) => (one.id === id ? { ...one, attempts: one.attempts + 1 } : one));
      return understood;
    });
  }

  /**
   * @param {number} id
   * @throws {import('../../../shared/api.js').Problem}
   */
  putAway(id) {
    return this.#working(id, async () => {
      await this.store.api.post(`/quarantine/${id}/put-away`);
      this.#drop(id);
    });
  }

  /**
   * @template T
   * @param {number} id
   * @param {() => Promise<T>} work
   */
  async #working(id, work) {
    this.busy.value = new Set(this.busy.peek()).add(id);
    try {
      return await work();
    } finally {
      this.busy.value = new Set([...this.busy.peek()].filter((other) => other !== id));
    }
  }

  /** @param {number} id */
  #drop(id) {
    this.items.value = (this.items.peek() ?? []).filter((one) => one.id !== id);
  }
}
