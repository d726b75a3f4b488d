import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MINE, pathOf, questionOf, whereOf, inUse } from '../../src/esmero/ui/console/desk/list/address.js';
import { readElsewhere } from '../../src/esmero/ui/console/desk/list/marks.js';
import { belongs, isUnread, neighbour, placeOf, rows, steadied, successor } from '../../src/esmero/ui/console/desk/list/rows.js';

const ANA = 3;
const one = (id, more = {}) => ({
  id, inbox: 1, status: 'open', assignee: ANA, labels: [], order: id * 10, last: { at: 1000 - id }, customer_seq: 2, read: 2, ...more,
});
const ids = (shown) => shown.map(({ id }) => id);

test('a conversation belongs to a list by whose it is, its status, inbox and label', () => {
  assert.ok(belongs(MINE, one(1), ANA));
  assert.ok(!belongs(MINE, one(1, { assignee: 4 }), ANA));
  assert.ok(!belongs(MINE, one(1, { status: 'closed' }), ANA));
  assert.ok(!belongs({ ...MINE, list: 'unassigned' }, one(1), ANA));
  assert.ok(belongs({ ...MINE, list: 'unassigned' }, one(1, { assignee: null }), ANA));
  assert.ok(belongs({ ...MINE, list: 'all', inbox: 1, label: 5 }, one(1, { assignee: 4, labels: [5] }), ANA));
  assert.ok(!belongs({ ...MINE, list: 'all', inbox: 2 }, one(1), ANA));
  assert.ok(!belongs({ ...MINE, label: 5 }, one(1), ANA));
});

test('by waiting the order goes up, by newest the time goes down, and the id decides between equals', () => {
  const known = [one(3), one(1), one(2, { order: 10 })];
  assert.deepEqual(ids(rows(known, MINE, ANA, null)), [1, 2, 3]);
  assert.deepEqual(ids(rows(known, { ...MINE, sort: 'newest' }, ANA, null)), [1, 2, 3]);
  const same = [one(1, { last: { at: 5 } }), one(2, { last: { at: 5 } })];
  assert.deepEqual(ids(rows(same, { ...MINE, sort: 'newest' }, ANA, null)), [2, 1]);
});

test('what lies beyond the loaded pages is not shown, or the list would have holes', () => {
  const known = [one(1), one(2), one(9)];
  assert.deepEqual(ids(rows(known, MINE, ANA, placeOf(known[1], 'waiting'))), [1, 2]);
});

test('the open conversation stays in its list while one looks at it, even when it no longer belongs', () => {
  const known = [one(1), one(2, { status: 'closed' }), one(3)];
  assert.deepEqual(ids(rows(known, MINE, ANA, null, 2)), [1, 2, 3]);
  assert.deepEqual(ids(rows(known, MINE, ANA, null)), [1, 3]);
});

test('a steadied list moves nobody, lets newcomers in at their place and the gone go', () => {
  const now = [one(5), one(3), one(1), one(2)];
  assert.deepEqual(ids(steadied([1, 2, 3, 4], now)), [5, 1, 2, 3]);
  assert.deepEqual(ids(steadied([], now)), [5, 3, 1, 2]);
});

test('unread is what the customer wrote after my own mark', () => {
  assert.ok(!isUnread(one(1)));
  assert.ok(isUnread(one(1, { customer_seq: 5 })));
  assert.ok(isUnread(one(1, { read: undefined })));
});

test('stepping stops at the ends, and begins at the top', () => {
  const shown = [one(1), one(2), one(3)];
  assert.equal(neighbour(shown, null, 1), 1);
  assert.equal(neighbour(shown, 1, 1), 2);
  assert.equal(neighbour(shown, 3, 1), 3);
  assert.equal(neighbour(shown, 1, -1), 1);
  assert.equal(neighbour([], 1, 1), null);
});

test('when one leaves the list, the next takes its place', () => {
  const shown = [one(1), one(2), one(3)];
  assert.equal(successor(shown, 2), 3);
  assert.equal(successor(shown, 3), 2);
  assert.equal(successor([one(1)], 1), null);
});

test('an address says the list and the open conversation, and is read back', () => {
  for (const where of [
    { view: MINE, open: null },
    { view: MINE, open: 42 },
    { view: { list: 'all', status: 'closed', sort: 'newest', inbox: 3, label: 2 }, open: 7 },
  ]) {
    const [path, query = ''] = pathOf(where.view, where.open).split('?');
    assert.deepEqual(whereOf(path, query && '?' + query), where);
  }
});

test('an address that makes no sense leads to what is mine', () => {
  for (const path of ['', '/', '/nobody/ever/x', '/mine/open/-1', '/mine/open/1e9']) {
    assert.deepEqual(whereOf(path, '?sort=x&inbox=abc'), { view: MINE, open: null });
  }
});

test('a label that was removed narrows no list', () => {
  const labels = new Map([[2, {}]]);
  const view = { ...MINE, list: 'all', label: 2 };
  assert.equal(inUse(view, labels), view);
  assert.deepEqual(inUse({ ...view, label: 3 }, labels), { ...view, label: null });
  assert.equal(inUse(MINE, labels), MINE);
});

test('the question to the desk names the whole view', () => {
  assert.equal(questionOf({ ...MINE, inbox: 3 }), '/conversations?list=mine&status=open&sort=waiting&inbox=3');
});

test('what I read or answered in another window is read here too; what colleagues did is theirs', () => {
  const known = new Map([[1, one(1, { customer_seq: 5 })], [2, one(2, { customer_seq: 5 })], [3, one(3, { customer_seq: 5 })]]);
  const event = (of, type, by, more) => ({ stream: 'conversation', of, seq: 6, type, by: { kind: 'agent', id: by }, data: {}, ...more });
  const read = readElsewhere([
    event(1, 'message.read', ANA, { data: { upto: 5 } }), event(2, 'message.sent', ANA), event(3, 'message.read', 4, { data: { upto: 5 } }),
    event(9, 'message.sent', ANA),
  ], known, ANA);
  assert.deepEqual(read.map(({ id, read }) => [id, read]), [[1, 5], [2, 6]]);
  assert.deepEqual(readElsewhere([event(1, 'message.read', ANA, { data: { upto: 1 } })], known, ANA), [], 'a mark never goes back');
});
