/** Which mail one begins to write, from where one stands. */

import { written } from '../composer/recipients.js';

/**
 * @typedef {import('../types').Mailing} Mailing
 * @typedef {import('../types').Summary} Summary
 * @typedef {import('../types').DeskEvent} DeskEvent
 */

/** What can be forwarded. A reply that was queued is the same as the one that left. */
const SAID = new Set(['message.received', 'message.sent', 'reply.queued', 'forward.answered']);

/**
 * @param {number | null} inbox that one looks at
 * @param {import('../types').Customer | null} customer
 * @returns {Mailing}
 */
export function beginning(inbox, customer) {
  const address = customer?.identities.find((one) => one.address.includes('@') && one.channel !== 'chat')?.address ?? customer?.email ?? '';
  const to = address ? written([{ address, name: customer?.name ?? '' }]) : '';
  return { kind: 'begin', inbox, to, customer: customer?.id ?? null };
}

/**
 * @param {Summary} one
 * @param {DeskEvent[]} events of the conversation
 * @param {number | null} event that is passed on; null for all that was said
 * @returns {Mailing}
 */
export function forwarding(one, events, event) {
  const passed = events.filter(({ id, type }) => (event === null ? type === 'message.received' || type === 'message.sent' : id === event && SAID.has(type)));
  const subject = (event !== null && passed[0]?.subject) || one.subject || '';
  return { kind: 'forward', inbox: one.inbox, conversation: one.id, event, subject: subject && 'Fwd: ' + subject, files: passed.flatMap(({ files = [] }) => files) };
}

/**
 * @param {Summary} one
 * @param {DeskEvent} answer
 * @returns {Mailing}
 */
export function answering(one, answer) {
  const { address = '', name = '' } = answer.fields ?? {};
  const subject = answer.subject ?? '';
  return { kind: 'answer', inbox: one.inbox, conversation: one.id, event: answer.id, to: written([{ address, name }]), name: name || address, subject };
}
