import assert from 'node:assert/strict';
import { test } from 'node:test';

import { merged } from '../../src/esmero/ui/console/knowing.js';
import { Store } from '../../src/esmero/ui/console/store.js';
import { clockwork } from './clockwork.mjs';

const ANA = { id: 3, name: 'Ana', language: 'en', theme: 'system', permissions: [], inboxes: [1], teams: [1] };
const BELA = { id: 4, name: 'Béla' };
const counts = (mine) => ({ mine, unassigned: 0, all: mine, inboxes: { 1: mine }, statuses: { open: mine } });
const snapshot = (more = {}) => ({
  position: 100, sight: 'agent-1', me: ANA, agents: [ANA, BELA], teams: [], inboxes: [{ id: 1, name: 'Shop' }], labels: [], counts: counts(2),
  presence: { 3: 'available', 4: 'offline' }, limits: { text: 100, replies: { chat: 50 }, file: 10, files: 2 }, ...more,
});
const summary = (id, position, more = {}) => ({ id, position, subject: null, customer_seq: 1, ...more });
const event = (id, of, type = 'message.received') => ({ id, of, type, stream: 'conversation', seq: 1 });
const welcome = (more = {}) => ({ t: 'welcome', position: 500, presence: { 3: 'available', 4: 'away' }, viewing: [], counts: counts(2), ...more });
const settled = () => new Promise((done) => setImmediate(done));

function begun(answers = [], post = undefined, more = {}) {
  const timers = clockwork();
  const links = [];
  const way = (hello, listener) => {
    const link = { hello, sent: [], ...listener, send: (frame) => link.sent.push(frame), close() {} };
    links.push(link);
    return link;
  };
  const asked = [];
  const api = {
    async get(path) {
      asked.push(path);
      const answer = answers.shift();
      if (!answer) throw new Error('unreachable');
      return answer;
    },
    post,
  };
  const store = new Store({ snapshot: snapshot(more), api, ways: [way], timers });
  store.start();
  return { store, timers, links, asked, last: () => links.at(-1), tell: (frame) => links.at(-1).frame(frame) };
}

test('it begins with the snapshot and follows from its position', () => {
  const { store, last } = begun();
  assert.deepEqual(last().hello, { t: 'hello', v: 1, after: 100, sight: 'agent-1' });
  assert.equal(store.agents.value.get(4).name, 'Béla');
  assert.equal(store.presence.value.get(4), 'offline');
  assert.equal(store.counts.value.mine, 2);
});

test('it knows from the snapshot in which channels messages have recipients; an older desk does not tell', () => {
  const { store } = begun([], undefined, { addressed: ['email'] });
  assert.deepEqual(['email', 'chat', ''].map(store.hasRecipients), [true, false, false]);
  assert.equal(begun().store.hasRecipients('email'), false);
});

test('a loss between the welcome and what was missed loses nothing', () => {
  const { tell, last, timers } = begun();
  tell(welcome({ position: 500 }));
  last().closed(1006);
  timers.pass(5000);
  assert.equal(last().hello.after, 100, 'the welcome tells where the feed stands, not what we were given');
  tell(welcome());
  tell({ t: 'events', position: 480, events: [], conversations: [] });
  last().closed(1006);
  timers.pass(5000);
  assert.equal(last().hello.after, 480);
});

test('events applied twice, or late, change nothing', () => {
  const { store, tell } = begun();
  tell(welcome());
  const frame = { t: 'events', position: 120, events: [event(120, 42)], conversations: [summary(42, 120, { subject: 'Refund' })] };
  tell(frame);
  const before = store.conversations.value.get(42);
  tell(frame);
  assert.deepEqual(store.conversations.value.get(42), before);
  tell({ t: 'events', position: 110, events: [], conversations: [summary(42, 110, { subject: 'Older' })] });
  assert.equal(store.conversations.value.get(42).subject, 'Refund');
});

test('an answer that was overtaken does not undo what the feed told; my own mark is the answer’s', () => {
  const known = merged(new Map(), [summary(42, 120, { subject: 'New', read: 1 })]);
  const live = merged(known, [summary(42, 130, { subject: 'Newest', customer_seq: 3 })]);
  assert.equal(live.get(42).read, 1, 'frames leave my mark out');
  const late = merged(live, [summary(42, 125, { subject: 'Late', read: 3 })]);
  assert.deepEqual([late.get(42).subject, late.get(42).read], ['Newest', 3]);
  const unread = merged(late, [summary(42, 130, { read: 0 })]);
  assert.equal(unread.get(42).read, 0, 'marking as unread goes back');
  assert.equal(merged(new Map(), [summary(7, 1)]).get(7).read, 0);
});

test('followers hear what came after it was taken in, until they leave', () => {
  const { store, tell } = begun();
  tell(welcome());
  const heard = [];
  const leave = store.follow(({ events }) => heard.push([events[0].id, store.conversations.value.has(42)]));
  tell({ t: 'events', position: 120, events: [event(120, 42)], conversations: [summary(42, 120)] });
  leave();
  tell({ t: 'events', position: 121, events: [event(121, 42)], conversations: [] });
  assert.deepEqual(heard, [[120, true]]);
});

test('a conversation that is no longer mine to see disappears with all that was known of it', () => {
  const { store, tell } = begun();
  tell(welcome({ viewing: [{ conversation: 42, agents: [{ id: 4, typing: false }] }] }));
  tell({ t: 'events', position: 120, events: [], conversations: [summary(42, 120)] });
  tell({ t: 'typing', conversation: 42, on: true });
  const gone = [];
  store.follow((news) => gone.push(...news.gone));
  tell({ t: 'gone', conversation: 42 });
  assert.deepEqual(gone, [42]);
  assert.equal(store.conversations.value.size + store.viewing.value.size + store.typing.value.size, 0);
});

test('who looks at what comes with the welcome and is kept true', () => {
  const { store, tell } = begun();
  tell(welcome({ viewing: [{ conversation: 42, agents: [{ id: 4, typing: true }] }] }));
  assert.deepEqual(store.viewing.value.get(42), [{ id: 4, typing: true }]);
  tell({ t: 'viewing', conversation: 42, agents: [] });
  assert.equal(store.viewing.value.has(42), false);
  tell({ t: 'presence', agents: { 4: 'available' } });
  assert.deepEqual([...store.presence.value], [[3, 'available'], [4, 'available']]);
});

test('a customer who stops typing without a word stops after some seconds, one who sends at once', () => {
  const { store, tell, timers } = begun();
  tell(welcome());
  tell({ t: 'typing', conversation: 42, on: true });
  timers.pass(5000);
  tell({ t: 'typing', conversation: 42, on: true });
  timers.pass(5000);
  assert.equal(store.typing.value.has(42), true, 'each word counts anew');
  timers.pass(3000);
  assert.equal(store.typing.value.has(42), false);
  tell({ t: 'typing', conversation: 42, on: true });
  tell({ t: 'events', position: 120, events: [event(120, 42)], conversations: [] });
  assert.equal(store.typing.value.has(42), false);
});

test('a message stays among the unsent until its event is here', () => {
  const { store, tell, last } = begun();
  tell(welcome());
  const id = store.say(42, { kind: 'reply', text: 'Hola', files: [{ id: 9, name: 'label.pdf' }], seen: 7 }, true);
  assert.deepEqual(last().sent.at(-1), { t: 'message', id, conversation: 42, kind: 'reply', text: 'Hola', files: [9], seen: 7, close: true });
  tell({ t: 'ack', id, conversation: 42, seq: 8, event: 130, at: 1 });
  assert.equal(store.unsent.value.length, 1, 'else it would stand nowhere for a moment');
  tell({ t: 'events', position: 130, events: [event(130, 42, 'message.sent')], conversations: [] });
  assert.equal(store.unsent.value.length, 0);
});

test('it does not matter whether the event or the acknowledgement comes first', () => {
  const { store, tell } = begun();
  tell(welcome());
  const id = store.say(42, { kind: 'note', text: 'x', files: [], seen: null });
  tell({ t: 'events', position: 130, events: [event(130, 42, 'note.added')], conversations: [] });
  tell({ t: 'ack', id, conversation: 42, seq: 8, event: 130, at: 1 });
  assert.equal(store.unsent.value.length, 0);
});

test('what is written without a connection leaves with the next welcome', () => {
  const { store, tell, last } = begun();
  store.say(42, { kind: 'reply', text: 'kept', files: [], seen: 7 });
  assert.deepEqual(last().sent, []);
  tell(welcome());
  assert.deepEqual(last().sent.map(({ text }) => text), ['kept']);
});

test('a reset loads everything anew and tells the screens to', async () => {
  const { store, tell, asked } = begun([snapshot({ position: 9000, labels: [{ id: 1, name: 'Refund' }], counts: counts(7) })]);
  tell(welcome());
  store.learn([summary(42, 120)]);
  tell({ t: 'reset' });
  await settled();
  assert.deepEqual(asked, ['/snapshot']);
  assert.equal(store.epoch.value, 1);
  assert.equal(store.conversations.value.size, 0);
  assert.equal(store.counts.value.mine, 7);
  assert.equal(store.labels.value.get(1).name, 'Refund');
});

test('after a reset the next hello tells of the new sight', async () => {
  const { tell, last, timers } = begun([snapshot({ position: 9000, sight: 'agent-1-2' })]);
  tell(welcome({ sight: 'agent-1-2' }));
  tell({ t: 'reset' });
  await settled();
  last().closed(1006);
  timers.pass(5000);
  assert.deepEqual(last().hello, { t: 'hello', v: 1, after: 9000, sight: 'agent-1-2' });
});

test('lists that are loaded again with another sight begin anew', async () => {
  const { store, tell, timers } = begun([snapshot({ position: 300, sight: 'agent-2' })]);
  tell(welcome());
  tell({ t: 'events', position: 120, events: [], conversations: [summary(42, 120)] });
  tell({ t: 'changed', what: 'desk' });
  timers.pass(1000);
  await settled();
  assert.equal(store.conversations.value.size, 0);
  assert.equal(store.epoch.value, 1);
});

test('a reset that could not be loaded is asked for again by a new connection', async () => {
  const { tell, links, timers } = begun([]);
  tell(welcome());
  tell({ t: 'reset' });
  await settled();
  timers.pass(3000);
  assert.equal(links.length, 2);
  assert.equal(links[1].hello.after, 100, 'so that the desk tells us again to load everything');
});

test('several changes are one question, and conversations stay', async () => {
  const { store, tell, timers, asked } = begun([snapshot({ position: 777, agents: [ANA, { id: 4, name: 'Kovács Béla' }] })]);
  tell(welcome());
  store.learn([summary(42, 120)]);
  for (const what of ['agents', 'teams', 'labels']) tell({ t: 'changed', what });
  timers.pass(200);
  await settled();
  assert.deepEqual(asked, ['/snapshot']);
  assert.equal(store.agents.value.get(4).name, 'Kovács Béla');
  assert.equal(store.conversations.value.size, 1);
});

test('who was away asks who and what there is now', async () => {
  const { tell, last, timers, asked } = begun([snapshot()]);
  tell(welcome());
  timers.pass(1000);
  assert.deepEqual(asked, [], 'the snapshot it began with is fresh');
  last().closed(1006);
  timers.pass(5000);
  tell(welcome());
  timers.pass(1000);
  assert.deepEqual(asked, ['/snapshot']);
});

test('a note that is too long for the live edge goes by the API, once it is there', async () => {
  const posted = [];
  const said = { kind: 'note', text: 'नमस्ते '.repeat(6000), files: [], seen: null };
  const { store, tell, last } = begun([], async (path, body) => {
    posted.push([path, body.id, body.text.length, body.conversation]);
    if (posted.length > 1) throw { code: 'not_found', title: 'There is nothing here.' };
    return { event: 700 };
  });
  const id = store.say(42, said);
  assert.deepEqual(posted, []);
  tell(welcome());
  await settled();
  assert.deepEqual(posted, [['/conversations/42/messages', id, said.text.length, undefined]]);
  assert.deepEqual(last().sent.filter(({ t }) => t == 'message'), []);
  tell({ t: 'events', position: 700, events: [], conversations: [] });
  assert.deepEqual(store.unsent.value, []);
  store.say(43, said);
  await settled();
  assert.equal(store.unsent.value[0].refusal.code, 'not_found');
});
