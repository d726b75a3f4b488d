/** What a search has found so far: its pages, and whether there is more. */

import { batch, signal } from '@preact/signals';

import { questionFor } from './asking.js';
import { grouped } from './grouping.js';

export class Finding {
  /** @type {import('@preact/signals').Signal<import('./grouping.js').Group[]>} */
  groups = signal([]);
  /** @type {import('@preact/signals').Signal<'idle' | 'asking' | 'done'>} */
  state = signal('idle');
  /** @type {import('@preact/signals').Signal<Error | null>} */
  trouble = signal(null);
  /** @type {import('@preact/signals').Signal<string | null>} */
  next = signal(null);
  /** How far back the desk has looked without filling a page, in milliseconds. @type {import('@preact/signals').Signal<number | null>} */
  upto = signal(null);
  /** Whether the desk knows everything yet that was ever said. */
  complete = signal(true);
  #asked = '';

  /** @param {import('../../store.js').Store} store */
  constructor(store) {
    this.store = store;
  }

  /** Ask for the first page, unless it is there. @param {string} typed */
  async ask(typed) {
    if (typed === this.#asked && !this.trouble.peek()) return;
    this.#asked = typed;
    batch(() => {
      this.groups.value = [];
      this.next.value = this.upto.value = this.trouble.value = null;
      this.state.value = 'idle';
    });
    if (typed) await this.#page(typed, null);
  }

  /** Ask for the next page. */
  async more() {
    if (this.next.peek() && this.state.peek() !== 'asking') await this.#page(this.#asked, this.next.peek());
  }

  /** @param {string} typed @param {string | null} cursor */
  async #page(typed, cursor) {
    this.state.value = 'asking';
    this.trouble.value = null;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
    try {
      const page = await this.store.get(questionFor(typed, cursor, zone));
      if (typed === this.#asked) batch(() => this.#take(page));
    } catch (error) {
      if (typed === this.#asked) this.trouble.value = /** @type {Error} */ (error);
    } finally {
      if (typed === this.#asked) this.state.value = 'done';
    }
  }

  /** @param {{items: import('./grouping.js').Hit[], next: string | null, upto?: number | null, complete?: boolean}} page */
  #take({ items, next, upto = null, complete = true }) {
    this.store.learn(items.map(({ conversation }) => conversation));
    this.groups.value = grouped(this.groups.peek(), items);
    this.next.value = next;
    this.upto.value = upto;
    this.complete.value = complete;
  }
}
