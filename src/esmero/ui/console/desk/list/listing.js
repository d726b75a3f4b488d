/** The list that is being looked at: its loaded pages, and what is to be shown of them. */

import { batch, computed, signal } from '@preact/signals';

import { questionOf } from './address.js';
import { placeOf, rows, steadied } from './rows.js';

/**
 * @typedef {import('../types').View} View
 * @typedef {import('../types').Summary} Summary
 * @typedef {{end: import('./rows.js').Place | null, next: string | null}} Loaded how far a list has been loaded
 */

/** Milliseconds without a movement after which a hand over the list no longer holds it. */
const AT_REST = 4_000;

export class Listing {
  /** Whether somebody points at the list: then nothing in it changes places. */
  steady = signal(false);
  loading = signal(false);
  /** @type {import('@preact/signals').Signal<Error | null>} */
  trouble = signal(null);

  /** @type {import('@preact/signals').Signal<Map<string, Loaded>>} by the question that was asked */
  #loaded = signal(new Map());
  /** @type {number[]} */
  #shown = [];
  #shownFor = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /**
   * @param {import('../../store.js').Store} store
   * @param {import('@preact/signals').ReadonlySignal<View>} view
   * @param {import('@preact/signals').ReadonlySignal<number | null>} open the conversation that is open
   */
  constructor(store, view, open) {
    this.store = store;
    this.view = view;
    this.open = open;
    this.question = computed(() => questionOf(view.value));
    this.isLoaded = computed(() => this.#loaded.value.has(this.question.value));
    this.hasMore = computed(() => !!this.#loaded.value.get(this.question.value)?.next);
    this.rows = computed(() => this.#rows());
  }

  /** A hand moves over the list: it stays as it is, until the hand has rested or gone. */
  point() {
    clearTimeout(this.#resting);
    this.steady.value = true;
    this.#resting = setTimeout(() => this.leave(), AT_REST);
  }

  leave() {
    clearTimeout(this.#resting);
    this.steady.value = false;
  }

  /** Ask for the first page of the list, unless it is there: what was loaded once is kept true by the live feed. */
  async load() {
    if (this.question.value && !this.isLoaded.value) await this.#ask(null);
  }

  /** Ask for the next page. */
  async more() {
    const loaded = this.#loaded.value.get(this.question.value);
    if (loaded?.next && !this.loading.value) await this.#ask(loaded.next);
  }

  /** Forget what was loaded: the desk said that too much has happened since. */
  async reload() {
    this.#loaded.value = new Map();
    await this.load();
  }

  /** @param {string | null} cursor */
  async #ask(cursor) {
    const [question, view] = [this.question.value, this.view.value];
    this.loading.value = true;
    this.trouble.value = null;
    try {
      const page = await this.store.get(question + (cursor ? '&cursor=' + encodeURIComponent(cursor) : ''));
      batch(() => this.#take(question, view, page));
    } catch (error) {
      if (question === this.question.value) this.trouble.value = /** @type {Error} */ (error);
    } finally {
      if (question === this.question.value) this.loading.value = false;
    }
  }

  /**
   * @param {string} question
   * @param {View} view
   * @param {{items: Summary[], next: string | null}} page
   */
  #take(question, view, { items, next }) {
    this.store.learn(items);
    const last = items.at(-1);
    const end = next && last ? placeOf(last, view.sort) : null;
    this.#loaded.value = new Map(this.#loaded.value).set(question, { end, next });
  }

  #rows() {
    const question = this.question.value;
    const loaded = this.#loaded.value.get(question);
    if (!loaded) return [];
    const known = this.store.conversations.value;
    const wasThere = this.#shownFor === question;
    const held = wasThere && this.open.value !== null && this.#shown.includes(this.open.value) ? this.open.value : null;
    let shown = rows(known.values(), this.view.value, this.store.me.value.id, loaded.end, held);
    if (wasThere && this.steady.value) shown = steadied(this.#shown, shown);
    this.#shown = shown.map(({ id }) => id);
    this.#shownFor = question;
    return shown;
  }
}
