/** What the command bar offers: things to do with what is open, and places to go. */

import { t } from '../../../shared/i18n.js';
import { HELD, JUNK, MINE } from '../list/address.js';

/**
 * @typedef {import('./picker.js').Choice & {doing: boolean}} Command
 */

/**
 * @param {import('../state').Desk} desk
 * @returns {Command[]}
 */
export function commandsOf(desk) {
  const one = desk.openSummary.value;
  return [...(one ? doings(desk, one) : []), ...places(desk), ...always(desk)];
}

/**
 * @param {import('../state').Desk} desk
 * @param {import('../types').Summary} one
 * @returns {Command[]}
 */
function doings(desk, one) {
  const shut = one.status === 'closed';
  /** @type {(false | [string, string, string, () => void])[]} */
  const offered = [
    ['reply', 'reply', 'r', () => desk.write('reply')],
    ['note', 'note', 'n', () => desk.write('note')],
    !shut && ['close', 'tick', 'e', () => desk.close(one.id)],
    shut && ['reopen', 'tray', '', () => desk.act.reopen(one.id)],
    ['assign', 'person', 'a', () => desk.ask('assign')],
    ['take', 'person', '', () => desk.act.assign(one.id, desk.store.me.value.id)],
    !shut && ['snooze', 'snooze', 's', () => desk.ask('snooze')],
    ['labels', 'tag', 'l', () => desk.ask('label')],
    ['priority', 'flag', '', () => desk.ask('priority')],
    ['mark-unread', 'bell', 'u', () => desk.markUnread(one.id)],
    one.status === 'open' && ['pend', 'reply', '', () => desk.act.pend(one.id)],
    desk.names.mayForward() && ['forward-more', 'forward', 'f', () => desk.forward(null)],
    desk.names.inboxesFor(one).length > 0 && ['move-more', 'move', '', () => desk.ask('move')],
  ];
  return offered.filter((entry) => entry !== false).map(([id, icon, keys, act]) => ({ id, icon, keys, act, title: t('console-' + id), doing: true }));
}

/**
 * @param {import('../state').Desk} desk
 * @returns {Command[]}
 */
function places(desk) {
  const { inboxes, labels } = desk.store;
  return [
    ...[['mine', 'tray'], ['unassigned', 'person'], ['all', 'chat']].map(([list, icon]) => ({
      id: 'go-' + list, title: t('console-view-' + list), icon, doing: false, act: () => desk.go({ ...MINE, list: /** @type {any} */ (list) }),
    })),
    { id: 'go-found', title: t('console-view-found'), icon: 'find', keys: 'g', doing: false, act: () => desk.find('') },
    { id: 'go-junk', title: t('console-view-junk'), icon: 'bin', doing: false, act: () => desk.go(JUNK) },
    { id: 'go-held', title: t('console-view-held'), icon: 'warning', doing: false, act: () => desk.go(HELD) },
    ...[...inboxes.value.values()].filter(({ removed }) => !removed).map((inbox) => ({
      id: 'inbox-' + inbox.id, title: inbox.name, icon: inbox.channel, doing: false, act: () => desk.go({ ...MINE, list: 'all', inbox: inbox.id }),
    })),
    ...[...labels.value.values()].map((label) => ({
      id: 'label-' + label.id, title: label.name, icon: 'tag', doing: false, act: () => desk.go({ ...MINE, list: 'all', label: label.id }),
    })),
  ];
}

/**
 * @param {import('../state').Desk} desk
 * @returns {Command[]}
 */
function always(desk) {
  const here = desk.store.me.value.availability === 'available';
  const begin = { id: 'begin', title: t('console-begin'), icon: 'pen', keys: 'c', doing: true, act: () => desk.begin() };
  return [
    ...(desk.mayBegin ? [begin] : []),
    { id: 'presence', title: t(here ? 'console-be-away' : 'console-be-available'), icon: 'cup', doing: false, act: () => desk.changeMe({ availability: here ? 'away' : 'available' }) },
    { id: 'settings', title: t('console-settings'), icon: 'gear', doing: false, act: () => desk.leaveFor('/settings') },
    { id: 'help', title: t('console-keys'), icon: 'keyboard', keys: '?', doing: false, act: () => desk.ask('help') },
  ];
}
