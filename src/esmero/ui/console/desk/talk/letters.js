/** What lies beside a mail and is asked for only when somebody wants to see it. */

export class Letters {
  /**
   * @param {import('../../store.js').Store} store
   * @param {number} conversation
   */
  constructor(store, conversation) {
    this.store = store;
    this.conversation = conversation;
  }

  /** Whether I may see what came, as it came. */
  get mayOpen() {
    return this.store.me.value.permissions.includes('open_sources');
  }

  /** Whether there is an inbox from which something can be forwarded. */
  get mayForward() {
    return [...this.store.inboxes.value.values()].some(({ recipients, removed }) => recipients && !removed);
  }

  /**
   * @typedef {{html: string, elsewhere: number, shown: 'message' | 'customer' | null}} Markup
   * @param {number} event
   * @returns {Promise<Markup>} the message as cleaned HTML
   */
  markup = (event) => this.store.get(this.#place(event, 'markup'));

  /**
   * @param {number} event
   * @param {'message' | 'customer'} of whose pictures from elsewhere are shown from now on
   * @returns {Promise<Markup>}
   */
  showPictures = (event, of) => this.store.api.post(this.#place(event, 'pictures'), { of });

  /**
   * @param {number} event
   * @returns {Promise<Markup>}
   */
  hidePictures = (event) => this.store.api.delete(this.#place(event, 'pictures'));

  /** @param {number} event @param {string} what */
  #place(event, what) {
    return `/conversations/${this.conversation}/messages/${event}/${what}`;
  }

  /**
   * @param {number} source
   * @param {string} reason told in the conversation
   * @returns {Promise<Blob>} what came, byte by byte
   */
  source = (source, reason) => this.store.api.fetch(`/sources/${source}/open`, { reason });
}
