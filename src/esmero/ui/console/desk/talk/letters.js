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
   * @param {number} event
   * @returns {Promise<string>} the message as cleaned HTML
   */
  async markup(event) {
    return (await this.store.get(`/conversations/${this.conversation}/messages/${event}/markup`)).html;
  }

  /**
   * @param {number} source
   * @param {string} reason told in the conversation
   * @returns {Promise<Blob>} what came, byte by byte
   */
  source = (source, reason) => this.store.api.fetch(`/sources/${source}/open`, { reason });
}
