import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { signal } from '@preact/signals';

import { merged } from '../../src/esmero/ui/console/knowing.js';
import { Acts } from '../../src/esmero/ui/console/desk/acts.js';
import { Composing } from '../../src/esmero/ui/console/desk/composer/composing.js';
import { MINE } from '../../src/esmero/ui/console/desk/list/address.js';
import { Listing } from '../../src/esmero/ui/console/desk/list/listing.js';
import { actOn, pendingOf, takeBackRefused } from '../../src/esmero/ui/console/desk/outgoing.js';
import { Opened } from '../../src/esmero/ui/console/desk/talk/opened.js';
import { sending } from '../../src/esmero/ui/shared/sending.js';

const ANA = 3;
const summary = (id, more = {}) => ({
  id, inbox: 1, status: 'open', assignee: ANA, labels: [], order: id, last: { at: 1000 + id }, position: id, seq: 2, customer_seq: 2, read: 0,
  customer: { id: 7, name: 'Marta Ríos' }, ...more,
});
const hers = (seq, text = 'Hola') => ({
  id: 100 + seq, stream: 'conversation', of: 42, seq, type: 'message.received', at: seq * 1000, by: { kind: 'customer', id: 7 }, data: {}, text, files: [],
});
const answer = (events, more = {}) => ({
  conversation: summary(42, { seq: events.at(-1).seq, customer_seq: events.at(-1).seq }), customer: { id: 7 }, events, more: false, drafts: [], viewing: [], ...more,
});

/** The desk as the store shows it: `answers` are given by path; what is asked and sent is written down. */
function desk(answers = {}) {
  const store = {
    me: signal({ id: ANA, name: 'Ana' }),
    conversations: signal(new Map()),
    limits: signal({ text: 100, file: 1000, files: 2 }),
    asked: [], sent: [], written: [],
    isThere: true,
    async get(path) {
      store.asked.push(path);
      const found = answers[path.split('&cursor')[0]] ?? answers[path];
      if (!store.isThere || found === undefined) throw Object.assign(new Error('Not there'), { code: 'unreachable' });
      return typeof found === 'function' ? found(path) : found;
    },
    put: async (path, body) => void store.written.push(['put', path, body]),
    drop: async (path) => void store.written.push(['drop', path]),
    send: (frame) => (store.sent.push(frame), store.isThere),
    learn: (items) => (store.conversations.value = merged(store.conversations.peek(), items)),
    see() {},
    hasRecipients: (channel) => channel === 'email',
    say(conversation, said, close) {
      return store.outbox.add({ conversation, kind: said.kind, text: said.text, files: said.files.map(({ id }) => id), seen: said.seen ?? undefined, close }, said.files);
    },
    api: { post: async (path) => (store.asked.push(path), { id: 9, name: 'label.pdf', size: 4, type: 'application/pdf', url: '' }) },
  };
  store.outbox = sending({ scope: 'test', send: store.send, storage: null, timers: { now: () => 5000, after: () => () => {} } });
  store.unsent = store.outbox.messages;
  return store;
}

const LIST = '/conversations?list=mine&status=open&sort=waiting';

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

async function openedWith(events, answers = {}) {
  const store = desk({ '/conversations/42': answer(events), ...answers });
  const opened = new Opened(store, 42);
  await opened.load();
  return { store, opened, composing: new Composing(store, opened) };
}

test('a list shows its loaded pages, and what comes in live at its place', async () => {
  const store = desk({ [LIST]: (path) => (path.includes('cursor') ? { items: [summary(9)], next: null } : { items: [summary(1), summary(5)], next: 'c' }) });
  const listing = new Listing(store, signal(MINE), signal(null));
  assert.deepEqual(listing.rows.value, []);
  await listing.load();
  store.learn([summary(3), summary(8)]);
  assert.deepEqual(listing.rows.value.map(({ id }) => id), [1, 3, 5], 'what lies behind the loaded page waits for it');
  await listing.more();
  assert.deepEqual(listing.rows.value.map(({ id }) => id), [1, 3, 5, 8, 9]);
  assert.equal(listing.hasMore.value, false);
});

test('a list that was loaded once is not asked for again, until everything was forgotten', async () => {
  const store = desk({ [LIST]: { items: [summary(1)], next: null } });
  const listing = new Listing(store, signal(MINE), signal(null));
  await listing.load();
  await listing.load();
  assert.equal(store.asked.length, 1);
  await listing.reload();
  assert.equal(store.asked.length, 2);
});

test('a list that could not be loaded says so, and can be asked for again', async () => {
  const store = desk({ [LIST]: { items: [summary(1)], next: null } });
  store.isThere = false;
  const listing = new Listing(store, signal(MINE), signal(null));
  await listing.load();
  assert.equal(listing.trouble.value.code, 'unreachable');
  store.isThere = true;
  await listing.load();
  assert.equal(listing.trouble.value, null);
  assert.equal(listing.rows.value.length, 1);
});

test('the open conversation stays in its list after it was closed, and goes when another is opened', async () => {
  const store = desk({ [LIST]: { items: [summary(1), summary(2)], next: null } });
  const open = signal(1);
  const listing = new Listing(store, signal(MINE), open);
  await listing.load();
  assert.equal(listing.rows.value.length, 2);
  store.learn([summary(1, { status: 'closed', position: 50 })]);
  assert.deepEqual(listing.rows.value.map(({ id }) => id), [1, 2]);
  open.value = 2;
  assert.deepEqual(listing.rows.value.map(({ id }) => id), [2]);
});

test('while somebody points at a list, nothing in it changes places', async () => {
  const store = desk({ [LIST]: { items: [summary(1), summary(2)], next: null } });
  const listing = new Listing(store, signal(MINE), signal(null));
  await listing.load();
  listing.rows.value;
  listing.steady.value = true;
  store.learn([summary(1, { order: 99, position: 50 })]);
  assert.deepEqual(listing.rows.value.map(({ id }) => id), [1, 2]);
  listing.steady.value = false;
  assert.deepEqual(listing.rows.value.map(({ id }) => id), [2, 1]);
});

test('a conversation follows the feed, and asks for what is missing between', async () => {
  const { store, opened } = await openedWith([hers(1), hers(2)], {
    '/conversations/42/events?after=2&limit=200': { items: [hers(3), hers(4), hers(5)] },
  });
  opened.follow([hers(5)]);
  await opened.mend();
  assert.deepEqual(opened.thread.value.events.map(({ seq }) => seq), [1, 2, 3, 4, 5]);
  assert.equal(store.asked.filter((path) => path.includes('after=2')).length, 1, 'asked once, though told twice');
});

test('a gap that could not be filled is filled later', async () => {
  const { store, opened } = await openedWith([hers(1)], { '/conversations/42/events?after=1&limit=200': { items: [hers(2), hers(3)] } });
  store.isThere = false;
  opened.follow([hers(3)]);
  await new Promise(setImmediate);
  assert.equal(opened.thread.value.gap, true);
  store.isThere = true;
  await opened.mend();
  assert.deepEqual(opened.thread.value.events.map(({ seq }) => seq), [1, 2, 3]);
});

test('what is on screen is read once; marked as unread, it stays so until it is opened again', async () => {
  const { store, opened } = await openedWith([hers(1), hers(2)]);
  opened.read();
  opened.read();
  assert.deepEqual(store.sent, [{ t: 'read', conversation: 42, upto: 2 }]);
  opened.leftUnread = true;
  store.learn([{ ...store.conversations.value.get(42), read: 0 }]);
  opened.read();
  assert.equal(store.sent.length, 1);
  opened.revisit();
  opened.read();
  assert.equal(store.sent.length, 2);
});

test('a mark that could not leave is tried again', async () => {
  const { store, opened } = await openedWith([hers(1)]);
  store.isThere = false;
  opened.read();
  store.isThere = true;
  opened.read();
  assert.equal(store.sent.length, 2);
});

test('a conversation that was moved out of sight shows nothing of it any more', async () => {
  const { opened } = await openedWith([hers(1)]);
  opened.lose();
  assert.equal(opened.thread.value, null);
  assert.equal(opened.trouble.value.status, 404);
});

test('a draft is kept when the keys pause, and dropped when its text is gone', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  composing.type('M');
  composing.type('Ma');
  mock.timers.tick(900);
  composing.type('');
  mock.timers.tick(900);
  assert.deepEqual(store.written, [['put', '/conversations/42/draft', { kind: 'reply', text: 'Ma' }], ['drop', '/conversations/42/draft?kind=reply']]);
});

test('leaving keeps the draft at once, and ends the typing', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  composing.type('Ma');
  composing.leave();
  assert.equal(store.written.length, 1);
  assert.deepEqual(store.sent.map(({ t, on }) => [t, on]), [['typing', true], ['typing', false]]);
});

test('what was sent leaves no draft behind', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  composing.type('Ma');
  assert.ok(composing.enter());
  mock.timers.tick(5000);
  assert.deepEqual(store.written, [], 'the desk drops it with the message');
  assert.equal(store.unsent.value[0].frame.seen, 1);
});

test('a draft that was on its way when the message left is dropped after it', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  let arrive;
  store.put = () => new Promise((done) => (arrive = done));
  composing.type('Ma');
  mock.timers.tick(900);
  composing.enter();
  arrive();
  mock.timers.tick(900);
  assert.deepEqual(store.written, [['drop', '/conversations/42/draft?kind=reply']]);
});

test('a reply and a note that were begun are kept each for itself, and both are there after a reload', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  composing.type('for her');
  composing.choose('note');
  composing.type('for us');
  mock.timers.tick(900);
  const kept = ['reply', 'note'].map((kind) => ({ kind, text: kind == 'note' ? 'for us' : 'for her' }));
  assert.deepEqual(store.written, kept.map((draft) => ['put', '/conversations/42/draft', draft]));
  await new Promise(setImmediate);
  composing.enter();
  mock.timers.tick(900);
  assert.equal(store.written.length, 2, 'the desk drops the note with the message, and holds the reply');
  const drafts = kept.map((draft, at) => ({ ...draft, updated_at: at + 5000 }));
  const later = await openedWith([hers(1)], { '/conversations/42': answer([hers(1)], { drafts }) });
  later.composing.resume();
  assert.deepEqual(later.composing.writing.value.texts, { reply: 'for her', note: 'for us' });
  mock.timers.tick(900);
  assert.deepEqual(later.store.written, []);
});

test('who types tells it now and then, and who only thinks no longer types', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  for (const text of ['a', 'ab', 'abc']) composing.type(text);
  assert.deepEqual(store.sent.map(({ on }) => on), [true]);
  mock.timers.tick(6000);
  assert.deepEqual(store.sent.map(({ on }) => on), [true, false]);
});

test('typing a note is told as a note, which never reaches the customer', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  composing.choose('note');
  composing.type('for us');
  assert.deepEqual(store.sent, [{ t: 'typing', conversation: 42, on: true, kind: 'note' }]);
});

test('a reply that the customer overtook comes back, and Enter again sends it once', async () => {
  const { store, opened, composing } = await openedWith([hers(1)]);
  composing.type('Ma');
  composing.enter();
  store.outbox.refused({ id: store.unsent.value[0].id, code: 'newer_message', title: 'The customer wrote again', seq: 2 });
  takeBackRefused(store, { opened, composing });
  assert.deepEqual(store.unsent.value, []);
  assert.ok(composing.writing.value.heldBack);
  opened.follow([hers(2, 'Y otra cosa')]);
  assert.ok(composing.enter());
  assert.equal(store.unsent.value.length, 1);
  assert.equal(store.unsent.value[0].frame.seen, 2);
});

test('a reply where the customer is no longer comes back with where they are, until one writes on', async () => {
  const { store, opened, composing } = await openedWith([hers(1)]);
  composing.type('Ma');
  composing.enter();
  store.outbox.refused({ id: store.unsent.value[0].id, code: 'moved_on', title: 'Elsewhere', conversation: 77 });
  takeBackRefused(store, { opened, composing });
  assert.deepEqual([composing.writing.value.texts.reply, composing.elsewhere.value], ['Ma', 77]);
  assert.ok(composing.refusal.value);
  composing.type('Mar');
  assert.deepEqual([composing.refusal.value, composing.elsewhere.value], ['', null]);
});

test('a note that closes says what its writer has seen, and comes back with the reason when it was overtaken', async () => {
  const { store, opened, composing } = await openedWith([hers(1)]);
  composing.choose('note');
  composing.type('Settled');
  composing.enter(true);
  const [{ id, frame }] = store.unsent.value;
  assert.deepEqual([frame.kind, frame.close, frame.seen], ['note', true, 1]);
  store.outbox.refused({ id, code: 'newer_message', title: 'The customer wrote again', seq: 2 });
  takeBackRefused(store, { opened, composing });
  assert.equal(composing.writing.value.texts.note, 'Settled');
  assert.ok(composing.refusal.value);
});

test('who puts a conversation away says what they have seen of the customer', async () => {
  const { store } = await openedWith([hers(1)]);
  store.learn([summary(42, { customer_seq: 5 })]);
  const asked = [];
  const act = new Acts({ ...store, api: { post: async (path, body) => (asked.push([path, body]), summary(42, { customer_seq: 5 })) } }, assert.fail);
  await act.close(42);
  await act.pend(42);
  await act.snooze(42, 9000);
  assert.deepEqual(asked, [
    ['/conversations/42/close', { seen: 5 }], ['/conversations/42/pend', { seen: 5 }], ['/conversations/42/snooze', { until: 9000, seen: 5 }],
  ]);
});

test('what was refused and has no room stays in the conversation, where one decides', async () => {
  const { store, opened, composing } = await openedWith([hers(1)]);
  composing.type('first');
  composing.enter();
  composing.type('second');
  const { id } = store.unsent.value[0];
  store.outbox.refused({ id, code: 'conflict', title: 'Refused', detail: 'This customer is blocked.' });
  takeBackRefused(store, { opened, composing });
  const [shown] = pendingOf(store.unsent.value, 42, true);
  assert.deepEqual([shown.state, shown.reason], ['refused', 'This customer is blocked.']);
  actOn({ store }, { opened, composing }, 'p' + id, 'edit');
  assert.equal(composing.writing.value.texts.reply, 'first');
  assert.deepEqual(store.unsent.value, []);
});

test('what waits for the connection says so', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  composing.type('Ma');
  composing.enter();
  assert.equal(pendingOf(store.unsent.value, 42, true)[0].state, 'sending');
  assert.equal(pendingOf(store.unsent.value, 42, false)[0].state, 'kept');
  assert.deepEqual(pendingOf(store.unsent.value, 43, true), []);
});

test('files go with what was in hand when they were chosen; what is too large or empty is refused here', async () => {
  const { store, composing } = await openedWith([hers(1)]);
  const file = (name, size) => ({ name, size, type: 'application/pdf' });
  const uploading = composing.upload([file('label.pdf', 4)], store.limits.value);
  assert.ok(composing.isUploading.value);
  composing.choose('note');
  await uploading;
  assert.equal(composing.writing.value.files.reply.length, 1);
  assert.equal(composing.writing.value.kind, 'note');
  await composing.upload([file('huge.iso', 5000), file('nothing.txt', 0)], store.limits.value);
  assert.equal(composing.uploads.value.filter(({ reason }) => reason).length, 2);
});

test('what was found far back is reached page by page', async () => {
  const page = (from, to) => ({ items: Array.from({ length: to - from + 1 }, (_, index) => hers(from + index)) });
  const { store, opened } = await openedWith([hers(500), hers(501)], {
    '/conversations/42': answer([hers(500), hers(501)], { more: true }),
    '/conversations/42/events?before=500&limit=200': page(300, 499),
    '/conversations/42/events?before=300&limit=200': page(100, 299),
  });
  await opened.reach(250);
  assert.equal(opened.thread.value.events[0].seq, 100);
  await opened.reach(250);
  assert.equal(store.asked.length, 3, 'and not further');
});
