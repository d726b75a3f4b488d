/** What happened beside the talk, in a few words each. */

import { useState } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { list, t } from '../../../shared/i18n.js';
import { clock } from '../../../shared/times.js';
import { byChannel, untilWhen } from '../words.js';
import { troubleIn, whyWords } from './trouble-words.js';

/**
 * @typedef {import('../types').DeskEvent} DeskEvent
 *
 * @typedef {object} Names
 * @property {(by: import('../types').Actor) => string} actor
 * @property {(id: number) => string} agent
 * @property {(id: number) => string} team
 * @property {(id: number) => string} inbox
 * @property {(id: number) => string} label
 * @property {(event: DeskEvent) => string} participant who joined or left
 * @property {(id: number) => string} href of another conversation
 */

/** @type {Record<string, (event: DeskEvent, who: string, names: Names) => string>} */
const WORDS = {
  'conversation.opened': ({ data, by }, who, names) => t(by.kind === 'customer' ? 'console-fact-opened' : 'console-fact-begun', { who, inbox: names.inbox(data.inbox_id) }),
  'conversation.assigned': assigned,
  'conversation.pended': (_, who) => t('console-fact-pended', { who }),
  'conversation.snoozed': ({ data, at }, who) => t('console-fact-snoozed', { who, time: untilWhen(data.until, at) }),
  'conversation.woken': () => t('console-fact-woken'),
  'conversation.closed': (_, who) => t('console-fact-closed', { who }),
  'conversation.reopened': (_, who) => t('console-fact-reopened', { who }),
  'conversation.moved': ({ data }, who, names) => t('console-fact-moved', { who, inbox: names.inbox(data.inbox_id) }),
  'conversation.recognised': ({ data }) => (data.continued_in ? t('console-fact-continued') : t('console-fact-recognised')),
  'conversation.labelled': labelled,
  'conversation.priority_changed': ({ data }, who) => t('console-fact-priority', { who, priority: t('console-priority-' + data.priority) }),
  'conversation.subject_changed': ({ text }, who) => (text ? t('console-fact-subject', { who, subject: text }) : t('console-fact-no-subject', { who })),
  'customer.contacted': contacted,
  'conversation.linked': ({ data }) => t(data.why === 'stranger' ? 'console-fact-linked-stranger' : 'console-fact-linked-seen'),
  'conversation.junked': junked,
  'conversation.cleared': (_, who) => t('console-fact-cleared', { who }),
  'participant.left': (event, _, names) => t('console-fact-left', { name: names.participant(event) }),
  'message.bounced': ({ data, fields }) => t(data.permanent ? 'console-fact-bounced' : 'console-fact-delayed', { address: fields?.address ?? '' }),
  'reply.queued': () => t('console-fact-acknowledged'),
  'message.failed': (event) => t('console-fact-not-left', { why: whyWords(troubleIn(event)) }),
  'message.unknown': (event) => t('console-fact-not-left', { why: whyWords(troubleIn(event)) }),
  'conversation.switched': ({ data }) => t('console-fact-switched', { way: byChannel(data.channel) }),
  'copy.queued': () => t('console-fact-copy-queued'),
  'copy.sent': () => t('console-fact-copy-sent'),
  'source.opened': ({ text }, who) => t('console-fact-source', { who, reason: text ?? '' }),
};

const JOINED = 'participant.joined';

/** Of a long line only the end is shown at first. */
const SHOWN = 3;

/**
 * @param {object} props
 * @param {DeskEvent[]} props.events that stand in one line
 * @param {Names} props.names
 */
export function Facts({ events, names }) {
  const [all, showAll] = useState(false);
  const told = events.map((event, index) => ({ words: wordsOf(events, index, names), leads: leadsTo(event) })).filter(({ words }) => words);
  const different = told.filter((one, index) => one.words !== told[index - 1]?.words || one.leads !== told[index - 1]?.leads);
  // One that is left out takes as much room as the word that says so.
  const cut = all || different.length <= SHOWN + 1 ? 0 : different.length - SHOWN;
  return html`
    <span>
      ${cut > 0 && html`<button onClick=${() => showAll(true)}>${t('console-facts-more', { count: cut })}</button>${' · '}`}
      ${different.slice(cut).map(({ words, leads }) => html`${words}${leads && html`${' '}<a href=${names.href(leads)}>${t('console-conversation-number', { id: leads })}</a>`}${' · '}`)}
      ${clock(events[events.length - 1].at)}
    </span>`;
}

/**
 * Who joined together is named together, at the first of them.
 * @param {DeskEvent[]} events
 * @param {number} index
 * @param {Names} names
 */
function wordsOf(events, index, names) {
  const event = events[index];
  if (event.type !== JOINED) return WORDS[event.type]?.(event, names.actor(event.by), names);
  if (events[index - 1]?.type === JOINED) return '';
  const next = events.findIndex(({ type }, at) => at > index && type !== JOINED);
  return t('console-fact-joined', { names: list(events.slice(index, next < 0 ? undefined : next).map(names.participant)) });
}

/** @param {DeskEvent} event @returns {number | null} the conversation that it names */
const leadsTo = ({ type, data }) => (type === 'conversation.linked' ? data.other_id : null);

/**
 * @param {DeskEvent} event
 * @param {string} who
 * @param {Names} names
 */
function assigned({ data, by }, who, names) {
  const team = data.team_id ? names.team(data.team_id) : '';
  if (data.agent_id && by.kind === 'agent' && by.id === data.agent_id) return t('console-fact-taken', { who });
  if (data.agent_id) return t('console-fact-given', { who, name: names.agent(data.agent_id) });
  return team ? t('console-fact-team', { who, team }) : t('console-fact-put-back', { who });
}

/** @param {DeskEvent} event */
function contacted({ fields = {} }) {
  const ways = [fields.email, fields.phone].filter(Boolean);
  return ways.length ? t('console-fact-contacted', { what: list(ways) }) : t('console-fact-named', { name: fields.name ?? '' });
}

/**
 * @param {DeskEvent} event
 * @param {string} who
 */
function junked({ data, by, text = '' }, who) {
  if (by.kind === 'agent') return t('console-fact-junked', { who });
  const why = data.why ?? '';
  return ['list', 'verdict', 'blocked'].includes(why) ? t('console-fact-junked-' + why, { name: text }) : t('console-fact-junked-desk');
}

/**
 * @param {DeskEvent} event
 * @param {string} who
 * @param {Names} names
 */
function labelled({ data }, who, names) {
  const added = (data.added ?? []).map(names.label);
  const removed = (data.removed ?? []).map(names.label);
  const words = [
    added.length && t('console-fact-labelled', { who, labels: list(added) }),
    removed.length && t('console-fact-unlabelled', { who, labels: list(removed) }),
  ];
  return words.filter(Boolean).join(' · ');
}
