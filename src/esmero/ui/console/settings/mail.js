/** An e-mail inbox's settings, between what one types and what the desk keeps. */

import { same } from './chat.js';

/**
 * @typedef {'tls' | 'starttls' | 'none'} Security
 * @typedef {{host: string, port: number, security: Security, user: string, sign_in: 'password' | 'google' | 'microsoft' | 'none'}} Server
 * @typedef {{receive: string, send: string, client_id: string, client_secret: string, refresh_token: string}} Secrets
 * @typedef {{name: string, ok: boolean, code: string, words: string, hint: string, folders: string[]}} Step
 * @typedef {{receive: Step[], send: Step[]}} Report
 * @typedef {{receive: Server, send: Server, source: string, words: string, hint: string}} Candidate
 */

export const SIDES = /** @type {const} */ (['receive', 'send']);
/** @type {Readonly<Secrets>} */
export const NO_SECRETS = Object.freeze({ receive: '', send: '', client_id: '', client_secret: '', refresh_token: '' });
/** @type {{receive: Server, send: Server}} */
export const NO_SERVERS = {
  receive: { host: '', port: 993, security: 'tls', user: '', sign_in: 'password' },
  send: { host: '', port: 587, security: 'starttls', user: '', sign_in: 'password' },
};

/** Where each kind of encryption is usually listened for (RFC 8314 section 3). */
const USUAL = { receive: { tls: 993, starttls: 143, none: 143 }, send: { tls: 465, starttls: 587, none: 25 } };

/**
 * @param {'receive' | 'send'} side
 * @param {Server} server
 * @param {Security} security
 * @returns {Server} with the port that belongs to it, unless the port was somebody's own choice
 */
export function secured(side, server, security) {
  const own = server.port != USUAL[side][server.security];
  return { ...server, security, port: own ? server.port : USUAL[side][security] };
}

/**
 * @param {Candidate[]} found the likeliest first
 * @returns {{source: string, well: boolean, hint: string, receive: Server, send: Server}} well: nothing is left to fill in or to doubt
 */
export function proposed([first]) {
  if (!first) return { source: 'none', well: false, hint: '', ...NO_SERVERS };
  const { source, hint, receive, send } = first;
  return { source, hint, receive, send, well: source != 'guess' && !!receive.host && !!send.host };
}

/** What an address is, as the desk has it. */
const ADDRESS = /^[^\s@<>,;:"\\()[\]]{1,64}@[^\s@<>,;:"\\()[\]]+\.[^\s@<>,;:"\\()[\].]+$/;
const HOST = /^([A-Za-z0-9_.-]+|[0-9A-Fa-f:]+)$/;

/** @param {string} address */
export const isAddress = (address) => ADDRESS.test(address.trim());

/**
 * Addresses or hosts as people type them: on lines, or with commas between.
 * @param {string} typed
 * @returns {string[]}
 */
export function namesOf(typed) {
  return [...new Set(typed.toLowerCase().split(/[\s,;]+/).filter(Boolean))];
}

/**
 * What can be said before the desk is asked.
 * @param {any} values
 * @returns {Record<string, string>} what is wrong, by field: the end of a message's id
 */
export function wrongWith({ address, others = [], receive, send, secrets }) {
  /** @type {[string, boolean, string][]} */
  const found = [
    ['address', !isAddress(address), 'field-not-a-mail-address'],
    ['others', !others.every(isAddress), 'field-not-a-mail-address'],
    ['receive.host', !!receive.host && !HOST.test(receive.host.trim()), 'mail-host-wrong'],
    ['send.host', !!send.host && !HOST.test(send.host.trim()), 'mail-host-wrong'],
    ...missing(secrets, needs({ receive, send })).map((name) => /** @type {[string, boolean, string]} */ (['secrets.' + name, true, 'mail-secret-missing'])),
  ];
  return Object.fromEntries(found.filter(([, wrong]) => wrong).map(([field, , what]) => [field, what]));
}

/**
 * @param {{receive: Server, send: Server}} servers
 * @returns {{password: boolean, consent: boolean}} what the desk needs to sign in
 */
export function needs({ receive, send }) {
  const used = [receive, send].map(({ sign_in }) => sign_in);
  return { password: used.includes('password'), consent: used.includes('google') || used.includes('microsoft') };
}

/** Secrets are kept all together, so those that are not given again would be gone. @param {Secrets} secrets @param {ReturnType<typeof needs>} need */
function missing(secrets, need) {
  if (!given(used(secrets, need))) return [];
  const wanted = [...(need.password ? ['receive'] : []), ...(need.consent ? ['client_id', 'refresh_token'] : [])];
  return wanted.filter((name) => !secrets[/** @type {keyof Secrets} */ (name)]);
}

/** Without those that no server wants. @param {Secrets} secrets @param {ReturnType<typeof needs>} need @returns {Secrets} */
function used({ receive, send, ...consent }, need) {
  return { ...NO_SECRETS, ...(need.password ? { receive, send } : {}), ...(need.consent ? consent : {}) };
}

/** @param {Secrets} secrets */
export const given = (secrets) => Object.values(secrets).some(Boolean);

/**
 * A form's values as the desk wants them.
 * @param {any} values
 * @returns {{name: string, teams: number[], secrets: Secrets, settings: any}}
 */
export function written({ name, teams, secrets, ...settings }) {
  const trimmed = (/** @type {Server} */ server) => ({ ...server, host: server.host.trim(), user: server.user.trim() });
  const address = settings.address.trim().toLowerCase();
  const servers = { receive: trimmed(settings.receive), send: trimmed(settings.send) };
  const said = Object.entries(settings.acknowledgement ?? {}).filter(([, text]) => text.trim());
  const own = settings.acknowledgement && { acknowledgement: Object.fromEntries(said) };
  return { name: name.trim() || address, teams, secrets: used(secrets, needs(servers)), settings: { ...settings, ...own, address, ...servers } };
}

/**
 * What a test asks for. Kept secrets are used for the servers that they were kept for, and no others.
 * @param {any} values
 * @param {{id: number} | null} inbox that exists already
 */
export function trial(values, inbox) {
  const { secrets, settings } = written(values);
  return given(secrets) || !inbox ? { settings, secrets } : { settings, inbox: inbox.id };
}

/**
 * @param {any} before settings as the desk keeps them
 * @param {any} values
 * @returns {boolean} whether the kept secrets can be tried
 */
export function keptFit(before, values) {
  const { receive, send } = written(values).settings;
  return same({ receive: before.receive, send: before.send }, { receive, send });
}

/** What a test's result hangs on. @param {any} values @returns {string} */
export function tried({ address, receive, send, folder, secrets }) {
  return JSON.stringify([address, receive, send, folder, secrets]);
}

/**
 * @param {{report: Report, of: string} | null} test
 * @param {any} values
 * @returns {'untested' | 'changed' | 'failed' | 'passed'}
 */
export function verdict(test, values) {
  if (!test) return 'untested';
  if (test.of != tried(values)) return 'changed';
  return [...test.report.receive, ...test.report.send].every(({ ok }) => ok) ? 'passed' : 'failed';
}
