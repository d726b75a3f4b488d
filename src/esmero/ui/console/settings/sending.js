/** The sender of the desk's own mail, between what one types and what the desk keeps. */

import { isAddress } from './mail.js';

/**
 * @typedef {{via: 'none' | 'inbox' | 'server', inbox: number | null, server: import('./mail.js').Server, name: string, address: string}} Settings
 * @typedef {{settings: Settings, has_secret: boolean, fixed: boolean, outside: boolean}} Kept
 */

/**
 * A form's values as the desk wants them. A password that isn't given again stays.
 * @param {Settings & {password: string}} values
 * @returns {{settings: Settings, password?: string}}
 */
export function bodyOf({ password, ...settings }) {
  const { server } = settings;
  const typed = { ...settings, address: settings.address.trim(), server: { ...server, host: server.host.trim(), user: server.user.trim() } };
  return password ? { settings: typed, password } : { settings: typed };
}

/**
 * What can be said before the desk is asked.
 * @param {Settings} values
 * @returns {Record<string, string>} what is wrong, by field: the end of a message's id
 */
export function wrongWith({ via, inbox, address, server }) {
  /** @type {[string, boolean, string][]} */
  const found = [
    ['inbox', via == 'inbox' && !inbox, 'sender-inbox-choose'],
    ['address', via == 'server' && !isAddress(address), 'field-not-a-mail-address'],
    ['server.host', via == 'server' && !/^([A-Za-z0-9_.-]+|[0-9A-Fa-f:]+)$/.test(server.host.trim()), 'mail-host-wrong'],
  ];
  return Object.fromEntries(found.filter(([, wrong]) => wrong).map(([field, , what]) => [field, what]));
}
