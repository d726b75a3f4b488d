/** What the menus over a conversation offer. */

import { t } from '../../../shared/i18n.js';
import { hasRecipients } from '../composer/recipients.js';

/**
 * @typedef {import('../state').Desk} Desk
 * @typedef {import('../types').Summary} Summary
 * @typedef {import('../../../shared/elements/menu.js').Item} Item
 */

const PRIORITIES = /** @type {const} */ (['urgent', 'high', 'normal', 'low']);

/**
 * Me first, then colleagues who see the inbox, then nobody, then teams.
 * @param {Desk} desk
 * @param {Summary} one
 * @returns {import('../command/picker.js').Group[]}
 */
export function assignees(desk, one) {
  const { act, names, store } = desk;
  const me = store.me.value.id;
  const others = names.colleaguesFor(one.inbox).filter(({ id }) => id !== me);
  /** @param {number} id */
  const presence = (id) => t('console-presence-' + (store.presence.value.get(id) ?? 'offline'));
  const people = [
    { id: 'me', title: t('console-to-me'), words: store.me.value.name, on: one.assignee === me, act: () => act.assign(one.id, me) },
    ...others.map(({ id, name }) => ({ id: 'a' + id, title: name, hint: presence(id), on: one.assignee === id, act: () => act.assign(one.id, id) })),
    { id: 'nobody', title: t('console-to-nobody'), on: one.assignee === null && one.team === null, act: () => act.assign(one.id, null, null) },
  ];
  const teams = names.teamsFor(one.inbox).map(({ id, name }) => ({ id: 't' + id, title: name, on: one.team === id, act: () => act.assign(one.id, null, id) }));
  return [{ name: '', choices: people }, { name: t('console-teams'), choices: teams }];
}

/**
 * @param {Desk} desk
 * @param {import('./opened.js').Opened} opened
 * @param {Summary} one
 * @returns {Item[]}
 */
export function moreItems(desk, opened, one) {
  const { act } = desk;
  const blocked = one.customer.blocked;
  /** @type {(Item | false)[]} */
  const items = [
    { name: t('console-assign-more'), icon: 'person', keys: 'a', act: () => desk.ask('assign') },
    one.status !== 'closed' && { name: t('console-snooze-more'), icon: 'snooze', keys: 's', act: () => desk.ask('snooze') },
    one.status === 'open' && { name: t('console-pend'), icon: 'reply', act: () => act.pend(one.id) },
    (one.status === 'pending' || one.status === 'snoozed') && { name: t('console-reopen-now'), icon: 'tray', act: () => act.reopen(one.id) },
    { name: t('console-mark-unread'), icon: 'bell', keys: 'u', act: () => desk.markUnread(one.id) },
    { name: t('console-label-more'), icon: 'tag', keys: 'l', act: () => desk.ask('label') },
    { name: t('console-priority-more'), icon: 'flag', act: () => desk.ask('priority') },
    desk.names.mayForward() && { name: t('console-forward-more'), icon: 'forward', keys: 'f', act: () => desk.forward(null) },
    desk.names.inboxesFor(one).length > 0 && { name: t('console-move-more'), icon: 'move', act: () => desk.ask('move') },
    one.junk
      ? { name: t('console-not-junk'), icon: 'tray', apart: true, act: () => act.clear(one.id) }
      : hasRecipients(one.channel) && { name: t('console-junk'), icon: 'bin', apart: true, act: () => desk.junk(one.id) },
    desk.may('block_customers') && !!opened.customer.value && {
      name: t(blocked ? 'console-unblock' : 'console-block'), icon: 'block', risky: !blocked, apart: !one.junk && !hasRecipients(one.channel),
      act: () => (blocked ? act.unblock(one.customer.id) : desk.ask('block')),
    },
  ];
  return items.filter((item) => item !== false);
}

/**
 * @param {Desk} desk
 * @param {Summary} one
 */
export function priorities(desk, one) {
  return PRIORITIES.map((priority) => ({
    id: priority, title: t('console-priority-' + priority), on: one.priority === priority, act: () => desk.act.prioritise(one.id, priority),
  }));
}
