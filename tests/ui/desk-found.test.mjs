import assert from 'node:assert/strict';
import { test } from 'node:test';

import { narrowed, questionFor, read, valueOf, widened, written } from '../../src/esmero/ui/console/desk/found/asking.js';
import { grouped, pieces, writerOf } from '../../src/esmero/ui/console/desk/found/grouping.js';
import { FOUND, pathOf, questionOf, whereOf } from '../../src/esmero/ui/console/desk/list/address.js';

const hit = (event, conversation, more = 0) => ({ event, conversation: { id: conversation }, more, by: 'agent:3' });

test('what narrows becomes a chip, all else stays words', () => {
  const asking = read('parcel from:kati "blue teapot" -label:"Very late" 12:30 -refund');
  assert.deepEqual(asking.narrowings, [
    { name: 'from', value: 'kati', without: false },
    { name: 'label', value: 'Very late', without: true },
  ]);
  assert.equal(asking.words, 'parcel "blue teapot" 12:30 -refund');
});

test('what was read is written again, and read the same', () => {
  for (const typed of ['parcel', 'from:kati parcel', '-in:"Help desk" "blue teapot" -x', 'is:open', '']) {
    assert.equal(written(read(typed)), typed);
    assert.deepEqual(read(written(read(typed))), read(typed));
  }
});

test('a filter of the form takes the place of the one before, and none takes it off', () => {
  const asking = read('is:open -is:junk parcel');
  assert.equal(valueOf(asking, 'is'), 'open');
  assert.equal(written(narrowed(asking, 'is', 'closed')), '-is:junk is:closed parcel');
  assert.equal(written(narrowed(asking, 'is', '')), '-is:junk parcel');
  assert.equal(written(widened(asking, 1)), 'is:open parcel');
  assert.equal(written(narrowed(asking, 'from', 'Nagy "Kati"')), 'is:open -is:junk from:"Nagy Kati" parcel');
});

test('words of other languages are the desk’s to read', () => {
  assert.deepEqual(read('feladó:kati').narrowings, []);
  assert.equal(read('feladó:kati').words, 'feladó:kati');
});

test('a search has an address, and no list of conversations', () => {
  const view = { ...FOUND, typed: 'from:kati "two words"' };
  assert.deepEqual(whereOf('/found/7', '?' + pathOf(view, 7).split('?')[1]), { view, open: 7 });
  assert.equal(pathOf(FOUND), '/found');
  assert.equal(questionOf(view), '');
  assert.equal(questionFor('a b', '12', 'Europe/Budapest'), '/search?q=a+b&zone=Europe%2FBudapest&cursor=12');
});

test('each conversation stands once, where its newest hit is, over all pages', () => {
  const first = grouped([], [hit(9, 1, 4), hit(8, 2), hit(7, 1)]);
  assert.deepEqual(first.map(({ conversation, hits, more }) => [conversation.id, hits.map(({ event }) => event), more]), [[1, [9, 7], 4], [2, [8], 0]]);
  const second = grouped(first, [hit(7, 1), hit(6, 3), hit(5, 2)]);
  assert.deepEqual(second.map(({ conversation, hits }) => [conversation.id, hits.length]), [[1, 2], [2, 2], [3, 1]]);
  assert.equal(first[1].hits.length, 1);
});

test('places of words are counted in letters, not in halves of them', () => {
  assert.deepEqual(pieces('a 😀 lamp.', [[4, 8]]), [{ text: 'a 😀 ', marked: false }, { text: 'lamp', marked: true }, { text: '.', marked: false }]);
  assert.deepEqual(pieces('lamp', [[0, 4], [2, 4]]), [{ text: 'lamp', marked: true }]);
  assert.deepEqual(pieces('', []), []);
  assert.deepEqual(writerOf(hit(1, 1)), { kind: 'agent', id: 3 });
});
