/** Who is who and what is what, by their ids; and who sees which inbox. */

import { t } from '../../shared/i18n.js';

export class Names {
  /** @param {import('../store.js').Store} store */
  constructor(store) {
    this.store = store;
  }

  /** @param {number} id */
  agent = (id) => this.store.agents.value.get(id)?.name ?? t('console-someone');
  /** @param {number} id */
  team = (id) => this.store.teams.value.get(id)?.name ?? t('console-some-team');
  /** @param {number} id */
  inbox = (id) => this.store.inboxes.value.get(id)?.name ?? t('console-some-inbox');
  /** @param {number} id */
  label = (id) => this.store.labels.value.get(id)?.name ?? t('console-some-label');

  /** @param {import('./types').Actor} by */
  actor = (by) => {
    if (by.kind === 'agent') return this.agent(by.id);
    return t(by.kind === 'program' ? 'console-a-program' : by.kind === 'customer' ? 'console-customer' : 'console-the-desk');
  };

  /**
   * @param {number} inbox
   * @returns {import('./types').Agent[]} who sees it, and so can be given its conversations
   */
  colleaguesFor(inbox) {
    const members = new Set(this.teamsFor(inbox).flatMap((team) => team.members));
    return [...this.store.agents.value.values()].filter((agent) => !agent.disabled && (agent.role === 'administrator' || members.has(agent.id)));
  }

  /** @param {number} inbox */
  teamsFor(inbox) {
    return [...this.store.teams.value.values()].filter((team) => team.inboxes.includes(inbox));
  }

  /**
   * @param {import('./types').Summary} one
   * @returns {import('./types').InboxName[]} inboxes that it can be moved to
   */
  inboxesFor(one) {
    return [...this.store.inboxes.value.values()].filter((inbox) => inbox.id !== one.inbox && inbox.channel === one.channel && !inbox.removed);
  }

  /** Whether there is an inbox from which something can be forwarded. */
  mayForward = () => [...this.store.inboxes.value.values()].some(({ recipients, removed }) => recipients && !removed);

  /**
   * @param {number} conversation
   * @returns {{id: number, name: string, typing: boolean}[]} colleagues who have it open, without me
   */
  othersAt(conversation) {
    const here = this.store.viewing.value.get(conversation) ?? [];
    return here.filter(({ id }) => id !== this.store.me.value.id).map(({ id, typing }) => ({ id, typing, name: this.agent(id) }));
  }
}
