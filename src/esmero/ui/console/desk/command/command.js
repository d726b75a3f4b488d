/** The command bar: go anywhere, do anything with what is open, find who or what was said. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { agoOrNow, nameOf } from '../words.js';
import { commandsOf } from './commands.js';
import { found } from './finding.js';
import { Picker } from './picker.js';

const PAUSE = 160;
const SHORTEST = 2;

/**
 * @typedef {{conversation: import('../types').Summary, event: number, seq: number, at: number, snippet: string}} Hit
 * @typedef {{query: string, hits: Hit[], state: 'idle' | 'asking' | 'done' | 'failed'}} Asked
 */

/** @param {{desk: import('../state').Desk, close: () => void}} props */
export function Command({ desk, close }) {
  const { said, ask } = useSearch(desk);
  const commands = commandsOf(desk);
  /** @param {string} query */
  const find = (query) => [
    { name: t('console-command-do'), choices: found(commands.filter(({ doing }) => doing), query, query ? 5 : 6) },
    { name: t('console-command-go'), choices: found(commands.filter(({ doing }) => !doing), query, query ? 5 : 8) },
    { name: t('console-command-people'), choices: query ? found(people(desk), query, 4) : [] },
    { name: t('console-command-said'), choices: query === said.query ? said.hits.map((hit) => choiceOf(desk, hit)) : [] },
    { name: '', choices: query.trim() ? [everything(desk, query.trim())] : [] },
  ];
  const empty = said.state === 'asking' ? t('console-searching') : said.state === 'failed' ? t('console-search-failed') : undefined;
  return html`<${Picker} title=${t('console-find')} placeholder=${t('console-find-what')} close=${close} asked=${ask} find=${find} empty=${empty} />`;
}

/**
 * What was said is at the desk; it is asked for when the letters pause.
 * @param {import('../state').Desk} desk
 */
function useSearch(desk) {
  const [said, tell] = useState(/** @type {Asked} */ ({ query: '', hits: [], state: 'idle' }));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const latest = useRef('');
  useEffect(() => () => clearTimeout(timer.current), []);

  /** @param {string} query */
  const search = async (query) => {
    try {
      const { items } = await desk.store.api.get('/search', { q: query, limit: 12 });
      if (latest.current === query) tell({ query, hits: items, state: 'done' });
    } catch {
      if (latest.current === query) tell({ query, hits: [], state: 'failed' });
    }
  };
  /** @param {string} query */
  const ask = (query) => {
    latest.current = query;
    clearTimeout(timer.current);
    if (query.trim().length < SHORTEST) return;
    tell((before) => ({ ...before, state: 'asking' }));
    timer.current = setTimeout(() => search(query), PAUSE);
  };
  return { said, ask };
}

/**
 * The customers of conversations that this browser knows.
 * @param {import('../state').Desk} desk
 * @returns {import('./picker.js').Choice[]}
 */
function people(desk) {
  const newest = [...desk.store.conversations.peek().values()].sort((one, other) => other.last.at - one.last.at);
  const seen = new Set();
  return newest.filter(({ customer }) => !seen.has(customer.id) && seen.add(customer.id)).map((one) => ({
    id: 'c' + one.id, title: nameOf(one.customer), words: one.subject ?? '', icon: 'person', line: one.last.text, act: () => desk.openOne(one.id),
  }));
}

/**
 * @param {import('../state').Desk} desk
 * @param {string} query
 * @returns {import('./picker.js').Choice}
 */
const everything = (desk, query) => ({ id: 'found', title: t('console-found-all', { words: query }), icon: 'find', act: () => desk.find(query) });

/** @param {import('../types').Summary} one */
const whoseOf = ({ customer, subject }) => [nameOf(customer), subject].filter(Boolean).join(' · ');

/**
 * @param {import('../state').Desk} desk
 * @param {Hit} hit
 * @returns {import('./picker.js').Choice}
 */
function choiceOf(desk, { conversation, event, seq, at, snippet }) {
  return {
    id: 'h' + event, title: whoseOf(conversation), line: snippet, icon: conversation.channel, hint: agoOrNow(at, desk.now.peek()),
    act: () => {
      desk.store.learn([conversation]);
      desk.show({ conversation: conversation.id, event, seq });
    },
  };
}
