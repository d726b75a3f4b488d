/** What the mailbox shows, and what it asks the server. */

import { signal } from '@preact/signals';

import { announce } from '../../shared/elements/announcer.js';
import { t } from '../../shared/i18n.js';
import { answerTo, arrived, fresh } from './model.js';

/**
 * @typedef {{language: string, name: string, address: string}} Owner
 * @typedef {{name: string, address: string}} Desk
 */

/** @type {{owners: Owner[], desk: Desk}} */
const facts = JSON.parse(document.getElementById('facts')?.textContent || '{}');

export const owners = facts.owners;
export const desk = facts.desk;

/** Bytes of all files of one letter. */
export const MOST_BYTES = 8e6;
const LOOK_EVERY_MS = 1000;
const asked = new URLSearchParams(location.search);

/** Whose mailbox is open. */
export const owner = signal(owners.find((one) => one.language == (asked.get('whose') ?? document.documentElement.lang)) ?? owners[0]);
export const rows = signal(/** @type {import('./model.js').Row[] | null} */ (null));
/** The thread that is read: its number, and its letters once they are there. */
export const thread = signal(0);
export const letters = signal(/** @type {import('./model.js').Letter[]} */ ([]));
/** What is being written. */
export const draft = signal(/** @type {import('./model.js').Draft | null} */ (null));
/** What went wrong, in words. */
export const trouble = signal('');

let version = -1;

/** Look again and again whether there is something new. */
export async function look() {
  const whose = owner.value.language;
  const answer = await fetch(`/demo/mailbox/${whose}/version`).catch(() => null);
  const now = answer?.ok ? (await answer.json()).version : version;
  if (whose == owner.value.language && now != version) await load().catch(() => {});
  setTimeout(look, LOOK_EVERY_MS);
}

/** @param {string} language whose mailbox to open */
export async function change(language) {
  owner.value = owners.find((one) => one.language == language) ?? owner.value;
  version = -1;
  rows.value = null;
  leave();
  await load().catch(() => {});
}

async function load() {
  const whose = owner.value.language;
  const listed = await ask(`${whose}/letters`);
  if (whose != owner.value.language) return;
  const before = rows.value;
  version = listed.version;
  rows.value = listed.rows;
  const news = before && arrived(before, listed.rows);
  if (news) announce(t('demo-mail-new', { name: news.people.at(-1) ?? '', subject: news.subject }));
  if (thread.value && listed.rows.some((/** @type {any} */ row) => row.thread == thread.value)) await read(thread.value);
  tellParent();
}

/** @param {number} number the thread to open */
export async function open(number) {
  draft.value = null;
  trouble.value = '';
  if (thread.value != number) letters.value = [];
  thread.value = number;
  await read(number);
}

/** @param {number} number */
async function read(number) {
  const found = await ask(`${owner.value.language}/threads/${number}`).catch(() => null);
  if (!found || thread.value != number) return;
  if (JSON.stringify(found) != JSON.stringify(letters.value)) letters.value = found;
  rows.value = rows.value?.map((row) => (row.thread == number ? { ...row, unread: 0 } : row)) ?? null;
  tellParent();
}

/** Back to the list. */
export function leave() {
  thread.value = 0;
  letters.value = [];
  draft.value = null;
  trouble.value = '';
}

export function write() {
  leave();
  draft.value = fresh(`${desk.name} <${desk.address}>`);
}

/**
 * @param {import('./model.js').Letter} letter
 * @param {boolean} all
 */
export function answer(letter, all) {
  trouble.value = '';
  draft.value = answerTo(letter, owner.value.address, all);
}

/**
 * @param {import('./model.js').Draft} written
 * @param {File[]} files
 * @returns {Promise<boolean>} whether it has left
 */
export async function send(written, files) {
  trouble.value = '';
  try {
    const enclosed = await Promise.all(files.map(async (file) => ({ name: file.name, content: await asBase64(file) })));
    const sent = await ask(`${owner.value.language}/letters`, { ...written, files: enclosed });
    draft.value = null;
    await open(sent.thread);
    await load();
    announce(t('demo-mail-sent'));
    return true;
  } catch (error) {
    trouble.value = error instanceof Refused ? error.message : t('demo-said-failed');
    return false;
  }
}

/** What the server refuses, in its own words. */
class Refused extends Error {}

/**
 * @param {string} path
 * @param {object} [told]
 */
async function ask(path, told) {
  const how = told && { method: 'POST', body: JSON.stringify(told), headers: { 'Content-Type': 'application/json' } };
  const answer = await fetch(`/demo/mailbox/${path}`, how);
  const found = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(wordsFor(found));
  return found;
}

/** @param {any} problem RFC 9457 */
function wordsFor(problem) {
  const [field] = Object.keys(problem.fields ?? {});
  if (field == 'to' || field == 'cc') return t('demo-mail-no-address');
  if (field == 'text') return t('demo-mail-nothing');
  return problem.detail ?? t('demo-said-failed');
}

/** @param {File} file @returns {Promise<string>} */
function asBase64(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

/** The demo's page shows beside its name how many letters nobody has read. */
function tellParent() {
  const unread = (rows.value ?? []).reduce((sum, row) => sum + row.unread, 0);
  if (parent != window) parent.postMessage({ demo: 'mailbox', unread }, location.origin);
}
