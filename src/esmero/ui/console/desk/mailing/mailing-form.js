/** What an agent sends besides replies: a first message, something forwarded, an answer to who answered that. */

import { FIELDS, people, troubleOf } from '../composer/recipients.js';

/**
 * @typedef {import('../types').InboxName} InboxName
 * @typedef {import('../types').FileShown} FileShown
 * @typedef {import('../types').Mailing} Mailing
 *
 * @typedef {object} Values
 * @property {string} from an inbox's number, a space and its address
 * @property {string} to
 * @property {string} cc
 * @property {string} bcc
 * @property {string} subject
 * @property {string} text
 */

/**
 * @param {Iterable<InboxName>} inboxes
 * @param {'begins' | 'recipients'} able what they have to be able to do
 * @param {number | null} first the inbox that is offered first, if it can
 * @returns {[value: string, name: string][]} each address of each inbox that can be sent from
 */
export function sendersOf(inboxes, able, first = null) {
  const usable = [...inboxes].filter((inbox) => !inbox.removed && inbox[able]);
  const ordered = [...usable.filter(({ id }) => id === first), ...usable.filter(({ id }) => id !== first)];
  return ordered.flatMap(({ id, name, senders = [] }) =>
    (senders.length ? senders : ['']).map((address) => /** @type {[string, string]} */ ([`${id} ${address}`.trim(), address ? `${address} · ${name}` : name])));
}

/**
 * @param {Mailing} mailing
 * @param {[string, string][]} senders
 * @returns {Values}
 */
export function blank(mailing, senders) {
  const { to = '', subject = '' } = /** @type {any} */ (mailing);
  return { from: senders[0]?.[0] ?? '', to, cc: '', bcc: '', subject, text: '' };
}

/**
 * @param {Values} values
 * @returns {import('../composer/recipients.js').Trouble | null}
 */
export const misaddressed = ({ to, cc, bcc }) => troubleOf({ to, cc, bcc });

/**
 * @param {Mailing} mailing
 * @param {Values} values
 * @param {FileShown[]} uploads files of one's own
 * @returns {boolean} whether there is anything to send: what is forwarded needs no words
 */
export const isBlank = ({ kind }, { text }, uploads) => kind !== 'forward' && !text.trim() && !uploads.length;

/**
 * @param {Mailing} mailing
 * @param {Values} values
 * @param {FileShown[]} uploads
 * @param {number[]} taken ids of files of what is forwarded
 * @param {string} id
 * @returns {{path: string, body: object}} as the desk takes it
 */
export function callOf(mailing, values, uploads, taken, id) {
  const [inbox, sender = ''] = values.from.split(' ');
  const named = Object.fromEntries(FIELDS.map((field) => [field, people(values[field])]));
  const body = { id, inbox: Number(inbox), sender, ...named, subject: values.subject.trim(), text: values.text, files: uploads.map((file) => file.id) };
  if (mailing.kind === 'begin') return { path: '/conversations', body: mailing.customer ? { ...body, customer: mailing.customer } : body };
  const path = `/conversations/${mailing.conversation}/forwards`;
  if (mailing.kind === 'answer') return { path, body: { ...body, answers: mailing.event } };
  return { path, body: { ...body, take: taken, ...(mailing.event === null ? {} : { message: mailing.event }) } };
}

/**
 * Who sees whom, in words.
 * @param {{to: string, cc: string, bcc: string}} fields
 * @returns {{seen: string[], unseen: string[]}} names, or addresses of who has none; of those whom a Bcc names too, no name
 */
export function sight({ to, cc, bcc }) {
  const shown = (/** @type {string} */ text) => people(text).map(({ name, address }) => name || address);
  return { seen: shown(`${to},${cc}`), unseen: shown(bcc) };
}

/**
 * What was begun and not sent is there again when somebody comes back to it.
 * @param {Mailing} mailing
 */
export const keyOf = (mailing) => (mailing.kind === 'begin' ? `begin ${mailing.customer ?? ''}` : `${mailing.kind} ${mailing.conversation} ${mailing.event ?? ''}`);
