/** What an agent does with a conversation besides writing. Each asks the desk and learns its answer; nothing is guessed. */

/**
 * @typedef {import('./types').Summary} Summary
 * @typedef {import('./types').Customer} Customer
 */

export class Acts {
  /**
   * @param {import('../store.js').Store} store
   * @param {(error: unknown) => void} failed tells the agent
   */
  constructor(store, failed) {
    this.store = store;
    this.failed = failed;
  }

  /** @param {number} id @param {number | null} agent @param {number | null} [team] left as it is where it isn't given */
  assign = (id, agent, team) => this.#change(`/conversations/${id}/assign`, team === undefined ? { agent } : { agent, team });
  /** @param {number} id @param {number} until */
  snooze = (id, until) => this.#putAway(id, 'snooze', { until });
  /** @param {number} id */
  pend = (id) => this.#putAway(id, 'pend');
  /** @param {number} id */
  close = (id) => this.#putAway(id, 'close');
  /** @param {number} id */
  reopen = (id) => this.#change(`/conversations/${id}/reopen`);
  /** @param {number} id of what nobody asked for */
  junk = (id) => this.#change(`/conversations/${id}/junk`);
  /** @param {number} id of what is no junk */
  clear = (id) => this.#change(`/conversations/${id}/clear`);
  /** @param {number} id @param {'block' | 'allow'} verdict @param {boolean} domain all who write from the same domain */
  listSender = (id, verdict, domain) => this.#change(`/conversations/${id}/sender`, { verdict, domain });
  /** @param {number} id @param {number} inbox */
  move = (id, inbox) => this.#change(`/conversations/${id}/move`, { inbox });
  /** @param {number} id */
  unread = (id) => this.#change(`/conversations/${id}/unread`);

  /** @param {number} id @param {string} subject */
  retitle = (id, subject) => this.#patch(id, { subject });
  /** @param {number} id @param {import('./types').Priority} priority */
  prioritise = (id, priority) => this.#patch(id, { priority });
  /** @param {number} id @param {number} label @param {boolean} on */
  label = (id, label, on) => this.#patch(id, on ? { add_labels: [label] } : { remove_labels: [label] });

  /** @param {number} id @param {number} event */
  recall = (id, event) => this.#try(this.store.api.post(`/conversations/${id}/messages/${event}/recall`));
  /** @param {number} id @param {number} event @param {boolean} unsure whether it may have left already */
  again = async (id, event, unsure) => (await this.#try(this.store.api.post(`/conversations/${id}/messages/${event}/again`, { unsure }).then(() => true))) ?? false;
  /** @param {number} customer */
  block = (customer) => this.#try(this.store.api.post(`/customers/${customer}/block`));
  /** @param {number} customer */
  unblock = (customer) => this.#try(this.store.api.post(`/customers/${customer}/unblock`));

  /**
   * Says what was known of the customer here: one who has written since is not put away unseen.
   * @param {number} id
   * @param {'snooze' | 'pend' | 'close'} how
   * @param {object} [more]
   */
  #putAway(id, how, more) {
    const seen = this.store.conversations.peek().get(id)?.customer_seq;
    return this.#change(`/conversations/${id}/${how}`, { ...more, seen });
  }

  /**
   * @param {string} path
   * @param {object} [body]
   */
  #change(path, body) {
    return this.#learn(this.store.api.post(path, body));
  }

  /**
   * @param {number} id
   * @param {object} body
   */
  #patch(id, body) {
    return this.#learn(this.store.api.patch('/conversations/' + id, body));
  }

  /**
   * @param {Promise<Summary>} answer
   * @returns {Promise<boolean>} whether it was done
   */
  async #learn(answer) {
    const one = await this.#try(answer);
    if (one) this.store.learn([one]);
    return one !== null;
  }

  /**
   * @template T
   * @param {Promise<T>} answer
   * @returns {Promise<T | null>} null if the desk refused; the agent has been told
   */
  async #try(answer) {
    try {
      return await answer;
    } catch (error) {
      this.failed(error);
      return null;
    }
  }
}
