/** What the menus over a conversation offer. */

import { toast } from '../../../shared/elements/announcer.js';
import { t } from '../../../shared/i18n.js';

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
      : desk.store.hasRecipients(one.channel) && { name: t('console-junk'), icon: 'bin', apart: true, act: () => desk.junk(one.id) },
    ...senderItems(desk, opened, one),
    desk.may('block_customers') && !!opened.customer.value && {
      name: t(blocked ? 'console-unblock' : 'console-block'), icon: 'block', risky: !blocked, apart: !one.junk && !desk.store.hasRecipients(one.channel),
      act: () => (blocked ? act.unblock(one.customer.id) : desk.ask('block')),
    },
  ];
  return items.filter((item) => item !== false);
}

/** Mailboxes of everybody: who lists one of these whole loses half of their customers. */
const SHARED = /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|proton|protonmail|gmx|web|mail|zoho|yandex|freemail|citromail|rediffmail|qq|163|126)\.[a-z.]+$/;

/**
 * Whose mail is to be junk always, or never.
 * @param {Desk} desk
 * @param {import('./opened.js').Opened} opened
 * @param {Summary} one
 * @returns {Item[]}
 */
export function senderItems(desk, opened, one) {
  if (!desk.may('block_customers') || !desk.store.hasRecipients(one.channel)) return [];
  const verdict = one.junk ? 'allow' : 'block';
  const words = one.junk ? 'never' : 'always';
  const domain = domainOf(opened.customer.value, one.channel);
  const put = (/** @type {boolean} */ whole) => async () => (await desk.act.listSender(one.id, verdict, whole)) && toast(t('console-junk-listed'));
  return [
    { name: t('console-junk-' + words), icon: one.junk ? 'tray' : 'bin', act: put(false) },
    ...(domain ? [{ name: t(`console-junk-${words}-domain`, { domain }), icon: one.junk ? 'tray' : 'bin', act: put(true) }] : []),
  ];
}

/**
 * @param {import('../types').Customer | null} customer
 * @param {string} channel
 * @returns {string} where the customer's address lies, unless everybody has one there
 */
function domainOf(customer, channel) {
  const domains = new Set((customer?.identities ?? []).filter((one) => one.channel === channel).map(({ address }) => address.split('@').pop() ?? ''));
  const [domain = ''] = domains;
  return domains.size === 1 && !SHARED.test(domain) ? domain : '';
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
