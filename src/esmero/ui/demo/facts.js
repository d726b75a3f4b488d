/** What the server says of this run, and what the page shows of it. */

import { signal } from '@preact/signals';

import { language } from '../shared/i18n.js';

/**
 * @typedef {object} Facts
 * @property {string} run another after everything was made anew
 * @property {string} password lets an agent in by the other name of this machine
 * @property {{id: number, name: string, role: string}[]} agents who can be signed in
 * @property {string[]} acts what the director can have happen, in the order of the buttons
 * @property {string | null} phone where a phone in the same network finds us
 */

/** @type {Facts} */
export const facts = JSON.parse(document.getElementById('facts')?.textContent || '{}');

/** Whose console is shown: an agent's id. */
export const agent = signal(facts.agents[0].id);

/** @typedef {'shop' | 'mailbox' | 'console' | 'director'} Part */

/** Which part a narrow screen shows. */
export const shown = signal(/** @type {Part} */ ('shop'));

/** The customer's side that a wide screen shows beside the desk. */
export const side = signal(/** @type {'shop' | 'mailbox'} */ ('shop'));

/** Whose mailbox was asked for, by their language; null for the one who speaks the page's. */
export const whose = signal(/** @type {string | null} */ (null));

/** How many letters in the mailbox nobody has read. */
export const unread = signal(0);

/** @param {Part} part */
export function bring(part) {
  shown.value = part;
  if (part == 'shop' || part == 'mailbox') side.value = part;
}

/** The step of the tour, or null while nobody is led around. */
export const step = signal(/** @type {number | null} */ (null));

/** Where the console's frame was sent by hand, if it was: a page of the console. */
export const sent = signal(/** @type {string | null} */ (null));

/** @param {number} id */
export function nameOf(id) {
  return facts.agents.find((one) => one.id == id)?.name || '';
}

/** @returns {string} the shop, in the page's language */
export function shopAddress() {
  return '/demo/shop?language=' + language.value;
}

/** @returns {string} a customer's mailbox, in the page's language */
export function mailboxAddress() {
  return '/demo/mailbox?' + new URLSearchParams({ language: language.value, whose: whose.value ?? language.value });
}

/** @returns {string} the way into the console of the agent who is shown */
export function consoleAddress() {
  return '/demo/enter?' + new URLSearchParams({ agent: String(agent.value), language: language.value, wide: String(innerWidth > 900) });
}

/**
 * Sign-ins live in cookies, and a browser has one set of them for each host. This machine has two names, so that who
 * is opened alone stays signed in there, while the frame on this page is somebody else's.
 * @returns {string}
 */
export function besideAddress() {
  const other = { '127.0.0.1': 'localhost', localhost: '127.0.0.1' }[location.hostname];
  if (!other) return consoleAddress();
  const way = new URL(consoleAddress(), location.href);
  way.hostname = other;
  way.searchParams.set('password', facts.password);
  return way.href;
}
