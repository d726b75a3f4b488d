/** A list and an open conversation, as the address of the page says them: `/console/mine/open/42?sort=newest`. */

/**
 * @typedef {import('../types').View} View
 * @typedef {{view: View, open: number | null}} Where
 */

const LISTS = /** @type {const} */ (['mine', 'unassigned', 'all', 'junk', 'held', 'found']);
/** Characters of a search. */
const LONGEST = 1000;
const STATUSES = /** @type {const} */ (['open', 'pending', 'snoozed', 'closed']);

/** @type {View} */
export const MINE = { list: 'mine', status: 'open', sort: 'waiting', inbox: null, label: null };
/** What nobody asked for, whoever it was for; the newest first. @type {View} */
export const JUNK = { ...MINE, list: 'junk', status: 'closed', sort: 'newest' };
/** What could not be understood: no conversations. @type {View} */
export const HELD = { ...MINE, list: 'held' };
/** What a search has found, in every list. @type {View} */
export const FOUND = { ...MINE, list: 'found', typed: '' };

/**
 * @param {string} path below the console, such as `/mine/open/42`
 * @param {string} query such as `?sort=newest&inbox=3`
 * @returns {Where} what makes no sense is passed over
 */
export function whereOf(path, query = '') {
  const [list, status, id] = path.split('/').filter(Boolean);
  const asked = new URLSearchParams(query);
  if (list === 'junk') return { view: { ...JUNK, inbox: number(asked.get('inbox')) }, open: number(id) };
  if (list === 'held') return { view: HELD, open: null };
  if (list === 'found') return { view: { ...FOUND, typed: (asked.get('q') ?? '').slice(0, LONGEST) }, open: number(status) };
  return {
    view: {
      list: LISTS.find((one) => one === list) ?? 'mine',
      status: STATUSES.find((one) => one === status) ?? 'open',
      sort: asked.get('sort') === 'newest' ? 'newest' : 'waiting',
      inbox: number(asked.get('inbox')),
      label: number(asked.get('label')),
    },
    open: number(id),
  };
}

/**
 * @param {View} view
 * @param {number | null} open
 * @returns {string}
 */
export function pathOf(view, open = null) {
  const query = new URLSearchParams();
  if (view.list === 'found') return '/found' + (open === null ? '' : '/' + open) + (view.typed ? '?' + new URLSearchParams({ q: view.typed }) : '');
  if (view.list === 'held') return open === null ? '/held' : pathOf({ ...MINE, list: 'all' }, open);
  if (view.sort !== 'waiting' && view.list !== 'junk') query.set('sort', view.sort);
  if (view.inbox !== null) query.set('inbox', String(view.inbox));
  if (view.label !== null) query.set('label', String(view.label));
  const path = `/${view.list}/${view.status}${open === null ? '' : '/' + open}`;
  return path + (query.size ? '?' + query : '');
}

/**
 * @param {View} view
 * @param {ReadonlyMap<number, unknown>} labels those that are in use
 * @returns {View} a label that was removed narrows no list any more
 */
export function inUse(view, labels) {
  return view.label === null || labels.has(view.label) ? view : { ...view, label: null };
}

/**
 * @param {View} view
 * @returns {string} the question to the desk for it; '' where it is not a list of conversations
 */
export function questionOf(view) {
  if (view.list === 'held' || view.list === 'found') return '';
  if (view.list === 'junk') return '/conversations?junk=true' + (view.inbox === null ? '' : '&inbox=' + view.inbox);
  const query = new URLSearchParams({ list: view.list, status: view.status, sort: view.sort });
  if (view.inbox !== null) query.set('inbox', String(view.inbox));
  if (view.label !== null) query.set('label', String(view.label));
  return '/conversations?' + query;
}

/** @param {string | null | undefined} text */
const number = (text) => (text && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null);
