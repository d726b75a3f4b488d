import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lines } from '../../src/esmero/ui/widget/lines.js';
import { NOTHING, followed, newest, remembered, unread, welcomed } from '../../src/esmero/ui/widget/talk.js';

const MORNING = new Date(2026, 2, 9, 10, 30).getTime();
const ANA = { kind: 'agent', id: 3, name: 'Ana' };
const MARTA = { kind: 'customer' };

const event = (id, type, by, more = {}) =>
  ({ id, seq: id - 100, type, at: MORNING + id * 1000, conversation: 42, by, files: [], ...more });
const hers = (id, text, more) => event(id, 'message.received', MARTA, { text, client_id: 'client-' + id, ...more });
const ours = (id, text, more) => event(id, 'message.sent', ANA, { text, client_id: null, ...more });
const frame = (...events) => ({ position: events.at(-1)?.id ?? 0, events });
const underway = welcomed(NOTHING, {
  conversation: { id: 42, status: 'open', read: 2, answered_by: { id: 3, name: 'Ana' } },
  more: false,
  ...frame(event(101, 'conversation.opened', MARTA), hers(102, 'Hola'), ours(103, 'Buenos días')),
});
const texts = (talk) => talk.events.map(({ text }) => text).filter(Boolean);
const messages = (talk, pending = [], divider = Infinity) => lines(talk, pending, divider).filter(({ kind }) => kind == 'message');

test('a welcome shows the conversation where it stands', () => {
  assert.deepEqual(texts(underway), ['Hola', 'Buenos días']);
  assert.equal(underway.position, 103);
  assert.equal(underway.answering.name, 'Ana');
  assert.equal(unread(underway), 1);
  assert.equal(newest(underway), 3);
});

test('an event that comes twice is there once, whatever the order', () => {
  const twice = followed(followed(underway, frame(ours(105, 'dos'))), frame(ours(104, 'uno'), ours(105, 'dos')));
  assert.deepEqual(texts(twice), ['Hola', 'Buenos días', 'uno', 'dos']);
  assert.equal(twice.position, 105);
});

test('a welcome after a gap adds what came in between and keeps the rest', () => {
  const back = welcomed({ ...underway, more: true }, {
    conversation: { id: 42, status: 'pending', read: 3, answered_by: null }, more: false, ...frame(ours(110, 'Ya está')),
  });
  assert.deepEqual(texts(back), ['Hola', 'Buenos días', 'Ya está']);
  assert.equal(back.more, true);
  assert.equal(back.read, 3);
  assert.equal(back.conversation.status, 'pending');
});

test('older events come before and change no mark', () => {
  const older = remembered(underway, { events: [event(50, 'conversation.closed', ANA, { conversation: 41 })], more: false });
  assert.equal(older.events[0].id, 50);
  assert.equal(older.conversation.status, 'open');
  assert.equal(older.position, 103);
});

test('what an agent read and what the customer read are different marks', () => {
  const read = followed(underway, frame(event(104, 'message.read', ANA, { upto: 2 }), event(105, 'message.read', MARTA, { upto: 3 })));
  assert.equal(read.seen, 2);
  assert.equal(read.read, 3);
  assert.equal(unread(read), 0);
  assert.equal(messages(read)[0].state, 'read');
  assert.equal(messages(underway)[0].state, 'sent');
});

test('a mark never goes back', () => {
  const read = followed(underway, frame(event(104, 'message.read', MARTA, { upto: 3 })));
  assert.equal(followed(read, frame(event(105, 'message.read', MARTA, { upto: 1 }))).read, 3);
  const seen = followed(underway, frame(event(104, 'message.read', ANA, { upto: 2 })));
  assert.equal(followed(seen, frame(event(105, 'message.read', ANA, { upto: 1 }))).seen, 2);
});

test('a new conversation starts its marks anew, and the one before counts as read', () => {
  const closed = followed(underway, frame(event(104, 'conversation.closed', ANA)));
  assert.equal(closed.conversation.status, 'closed');
  const next = followed(closed, frame(
    event(105, 'conversation.opened', MARTA, { conversation: 43, seq: 1 }),
    hers(106, 'Otra cosa', { conversation: 43, seq: 2 }),
  ));
  assert.deepEqual([next.conversation.id, next.read, next.seen, next.answering], [43, 0, 0, null]);
  assert.deepEqual(messages(next).filter(({ mine }) => mine).map(({ state }) => state), ['read', 'sent']);
  assert.equal(unread(next), 0);
});

test('an event of an earlier conversation that comes late changes nothing of the present one', () => {
  const late = followed({ ...underway, conversation: { id: 43, status: 'open' } }, frame(event(104, 'conversation.closed', ANA)));
  assert.deepEqual(late.conversation, { id: 43, status: 'open' });
});

test('an answer ends the sign that somebody writes', () => {
  assert.equal(followed({ ...underway, typing: { id: 3, name: 'Ana' } }, frame(ours(104, 'Listo'))).typing, null);
});

test('a message that waits stands last and goes when its event is there', () => {
  const pending = [{ id: 'client-104', text: '¿Cuándo?', files: [], at: MORNING + 104_000 }];
  assert.deepEqual(messages(underway, pending).map(({ state }) => state), ['sent', '', 'kept']);
  const there = followed(underway, frame(hers(104, '¿Cuándo?')));
  assert.deepEqual(messages(there, pending).map(({ state }) => state), ['sent', '', 'sent']);
  assert.equal(messages(there, pending).at(-1).key, messages(underway, pending).at(-1).key, 'it is the same element');
});

test('a refused message says why', () => {
  const pending = [{ id: 'client-104', text: 'x', files: [], at: MORNING, refused: 'The message is too long.' }];
  assert.deepEqual([messages(underway, pending).at(-1).state, messages(underway, pending).at(-1).reason], ['refused', 'The message is too long.']);
});

test('a message that waits for the person says so, and that its files are gone', () => {
  const pending = [{ id: 'client-104', text: 'x', files: [], at: MORNING, held: true, lost: true }];
  const { state, lost } = messages(underway, pending).at(-1);
  assert.deepEqual([state, lost], ['held', true]);
});

test('each day is named once, and above its first line', () => {
  const tomorrow = followed(underway, frame(ours(104, 'Hoy también', { at: MORNING + 86_400_000 })));
  assert.deepEqual(lines(tomorrow, [], Infinity).map(({ kind }) => kind), ['day', 'message', 'message', 'day', 'message']);
});

test('what was new when the customer came is marked once', () => {
  const more = followed(underway, frame(ours(104, 'Y más')));
  assert.deepEqual(lines(more, [], 2).map(({ kind }) => kind), ['day', 'message', 'unread', 'message', 'message']);
  assert.deepEqual(lines(more, [], 3).map(({ kind }) => kind), ['day', 'message', 'message', 'unread', 'message']);
});

test('messages of one person within minutes stand together', () => {
  const more = followed(underway, frame(ours(104, 'a'), ours(105, 'b', { at: MORNING + 3_600_000 }), ours(106, 'c', { by: { kind: 'agent', id: 4, name: 'Béla' }, at: MORNING + 3_600_001 })));
  assert.deepEqual(messages(more).map(({ first, last }) => `${+first}${+last}`), ['11', '10', '01', '11', '11']);
});

test('who answers is said when it changes, and only then', () => {
  const to = (id, person) => event(id, 'conversation.assigned', ANA, { to: person });
  const moved = followed(underway, frame(to(104, { id: 3, name: 'Ana' }), to(105, { id: 3, name: 'Ana' }), to(106, null), to(107, { id: 4, name: 'Béla' })));
  assert.deepEqual(lines(moved, [], Infinity).filter(({ kind }) => kind == 'fact').map(({ what, name }) => [what, name]),
    [['assigned', 'Ana'], ['assigned', 'Béla']]);
  assert.equal(moved.answering.name, 'Béla');
});

test('a message whose words were erased stays as a message without words', () => {
  const erased = followed(underway, frame(ours(104, undefined)));
  assert.equal(messages(erased).at(-1).text, null);
});

test('marks of one conversation are not another’s', () => {
  const before = followed(underway, frame(event(104, 'message.read', ANA, { upto: 2 })));
  const next = welcomed(before, { conversation: { id: 43, status: 'open', read: 0, seen: 0 }, position: 110, events: [] });
  assert.deepEqual([next.conversation.id, next.seen, next.read, next.answering], [43, 0, 0, null]);
});
