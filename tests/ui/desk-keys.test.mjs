import assert from 'node:assert/strict';
import { test } from 'node:test';

import { folded, found } from '../../src/esmero/ui/console/desk/command/finding.js';
import { LETTERS, intentOf } from '../../src/esmero/ui/console/desk/keyboard/keys.js';
import { worthTelling } from '../../src/esmero/ui/console/desk/telling/worth.js';

const FREE = { typing: false, covered: false, letters: true };

test('every key of the help does what it says', () => {
  for (const [intent, key] of LETTERS) assert.equal(intentOf({ key }, FREE), intent);
});

test('who types, types', () => {
  for (const [, key] of LETTERS) assert.equal(intentOf({ key }, { ...FREE, typing: true }), null);
  assert.equal(intentOf({ key: 'Escape' }, { ...FREE, typing: true }), 'back');
});

test('the command bar opens from everywhere', () => {
  for (const place of [FREE, { typing: true, covered: true, letters: false }]) {
    assert.equal(intentOf({ key: 'k', ctrlKey: true }, place), 'jump');
    assert.equal(intentOf({ key: 'K', metaKey: true }, place), 'jump');
  }
});

test('an open dialog keeps its keys', () => {
  assert.equal(intentOf({ key: 'j' }, { ...FREE, covered: true }), null);
  assert.equal(intentOf({ key: 'Escape' }, { ...FREE, covered: true }), null);
});

test('keys of one letter can be switched off', () => {
  assert.equal(intentOf({ key: 'e' }, { ...FREE, letters: false }), null);
});

test('a browser’s own shortcuts and a word being composed are left alone', () => {
  assert.equal(intentOf({ key: 'r', ctrlKey: true }, FREE), null);
  assert.equal(intentOf({ key: 'n', metaKey: true }, FREE), null);
  assert.equal(intentOf({ key: 'e', altKey: true }, FREE), null);
  assert.equal(intentOf({ key: 'e', isComposing: true }, FREE), null);
});

test('on a keyboard of another script the key’s place counts', () => {
  assert.equal(intentOf({ key: 'र', code: 'KeyJ' }, FREE), 'next');
  assert.equal(intentOf({ key: 'л', code: 'KeyK', ctrlKey: true }, FREE), 'jump');
  assert.equal(intentOf({ key: 'x', code: 'KeyJ' }, FREE), null, 'a Latin letter means itself');
});

const commands = [
  { id: 'mine', title: 'Mine' },
  { id: 'snooze', title: 'Snooze until…', words: 'later sleep' },
  { id: 'munoz', title: 'María Muñoz' },
  { id: 'asha', title: 'आशा वर्मा' },
  { id: 'close', title: 'Close conversation' },
];
const ids = (query, limit) => found(commands, query, limit).map(({ id }) => id);

test('a few letters of any word find it, the nearer the better', () => {
  assert.deepEqual(ids('m'), ['mine', 'munoz']);
  assert.deepEqual(ids('con'), ['close']);
  assert.deepEqual(ids('sleep'), ['snooze']);
  assert.deepEqual(ids('ose'), ['close']);
  assert.deepEqual(ids('qqq'), []);
});

test('accents may be left out, other scripts keep their signs', () => {
  assert.deepEqual(ids('munoz'), ['munoz']);
  assert.deepEqual(ids('MUÑ'), ['munoz']);
  assert.deepEqual(ids('वर्मा'), ['asha']);
  assert.equal(folded('आशा'), 'आशा');
});

test('without a query everything is offered, up to a limit', () => {
  assert.deepEqual(ids('', 2), ['mine', 'snooze']);
});

const ANA = 3;
const known = new Map([[42, { id: 42, assignee: ANA }], [43, { id: 43, assignee: 4 }]]);
const event = (type, of, more = {}) => ({ stream: 'conversation', of, type, by: { kind: 'customer', id: 7 }, data: {}, ...more });
const eyes = { me: ANA, messages: 'all', present: false, open: null };
const told = (events, more) => worthTelling(events, known, { ...eyes, ...more }).map(({ why, one }) => why + one.id);

test('what customers write is told, as the agent asked', () => {
  const written = [event('message.received', 42), event('message.received', 43)];
  assert.deepEqual(told(written), ['message42', 'message43']);
  assert.deepEqual(told(written, { messages: 'mine' }), ['message42']);
  assert.deepEqual(told(written, { messages: 'none' }), []);
});

test('who is looking at it is not told', () => {
  const written = [event('message.received', 42), event('message.received', 43)];
  assert.deepEqual(told(written, { present: true, open: 42 }), ['message43']);
  assert.deepEqual(told(written, { present: false, open: 42 }), ['message42', 'message43'], 'a page behind others is not looked at');
});

test('a conversation that a colleague hands over is told, one that I took is not', () => {
  const given = (by) => event('conversation.assigned', 42, { data: { agent_id: ANA }, by: { kind: 'agent', id: by } });
  assert.deepEqual(told([given(4)]), ['assigned42']);
  assert.deepEqual(told([given(ANA)]), []);
});

test('history that was brought in is not told', () => {
  assert.deepEqual(told([event('message.received', 42, { data: { imported: true } })]), []);
});

test('what colleagues write, and what I may not see, is not told', () => {
  assert.deepEqual(told([event('message.sent', 42), event('note.added', 42), event('message.received', 99)]), []);
});
