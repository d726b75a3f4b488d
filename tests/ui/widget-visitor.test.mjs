import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { keeper, named, settled } from '../../src/esmero/ui/widget/keep.js';
import { asks, wayIn } from '../../src/esmero/ui/widget/reach.js';
import { viewing } from '../../src/esmero/ui/widget/view.js';
import { visitor } from '../../src/esmero/ui/widget/visitor.js';

const INBOX = { key: 'chat_shop', brand: 'Shop', open: true, people: [{ id: 3, name: 'Ana' }], ways: [], languages: ['es'], greeting: {} };
const LIMITS = { text: 20, file: 1000, files: 3 };
const MARTA = { kind: 'customer' };
const ANA = { kind: 'agent', id: 3, name: 'Ana' };

/** A storage that several tabs share, and which tells the others of a change, as browsers do. */
function browser() {
  const values = new Map();
  const tabs = new Set();
  const tab = () => {
    const listeners = [];
    const mine = {
      get length() { return values.size; },
      key: (index) => [...values.keys()][index] ?? null,
      getItem: (key) => values.get(key) ?? null,
      setItem(key, value) { const before = values.get(key); values.set(key, value); if (before !== value) others(key, value); },
      removeItem(key) { if (values.delete(key)) others(key, null); },
      hear: (listener) => listeners.push(listener),
      told: (event) => listeners.forEach((listener) => listener(event)),
    };
    const others = (key, newValue) => tabs.forEach((other) => other != mine && queueMicrotask(() => other.told({ key, newValue })));
    tabs.add(mine);
    return mine;
  };
  return { tab, values };
}

let now, due;
const timers = {
  now: () => now,
  after(wait, act) {
    const timer = { at: now + wait, act };
    due.add(timer);
    return () => due.delete(timer);
  },
};
const pass = (time) => {
  now += time;
  for (const timer of [...due]) if (timer.at <= now && due.delete(timer)) timer.act();
};

/** The desk's word that a message is kept, with the event that it became. */
const ack = (id, number, told) => ({
  t: 'ack', id, conversation: 42, seq: number - 100, event: number, at: now,
  said: event(number, 'message.received', MARTA, { client_id: id, ...told }),
});

/** One tab with a widget in it, and the desk's end of its line. */
function tab(storage, more = {}) {
  const told = [];
  const lines = [];
  const ways = () => [(hello, listener) => {
    const line = { hello, sent: [], open: true, ...listener };
    lines.push(line);
    return { send: (frame) => line.open && line.sent.push(JSON.parse(JSON.stringify(frame))), close: () => (line.open = false) };
  }];
  const keep = keeper('chat_shop', storage);
  const watched = storage ? { ...keep, watch: (name, listener) => storage.hear(({ key, newValue }) => key == 'esmero.chat_shop.' + name && listener(newValue)) } : keep;
  const model = visitor({
    inbox: INBOX, keep: watched, storage, ways, timers, tell: (what, values) => told.push([what, values]),
    arrived: () => view.arrived(), became: (who, same) => view.become(who, same), ...more,
  });
  const view = viewing(model, keep, false);
  return {
    model, view, told, keep, lines,
    get line() { return lines.at(-1); },
    sent: (t) => lines.at(-1).sent.filter((frame) => frame.t == t),
    hear: (frame) => lines.at(-1).frame(frame),
    welcome: (values = {}) => lines.at(-1).frame({
      t: 'welcome', visitor: 'v1', known: false, conversation: null, position: 100, events: [], more: false, inbox: INBOX, limits: LIMITS, ...values,
    }),
  };
}

const event = (id, type, by, values = {}) => ({ id, seq: id - 100, type, at: now, conversation: 42, by, text: '', files: [], ...values });
const underway = (status = 'open') => ({
  conversation: { id: 42, status, read: 1, delivered: 0, seen: 0, answered_by: null },
  events: [event(101, 'message.received', MARTA, { text: 'Hola', client_id: 'a'.repeat(16) }), event(102, 'message.sent', ANA, { text: 'Sí' })],
  position: 102,
});
const NONE = { all: { value: [] }, take: () => [], settled: () => true, failed: () => false };
const words = ({ model }) => model.talk.value.events.map(({ text }) => text).filter(Boolean);

beforeEach(() => {
  now = 1_793_361_600_000;
  due = new Set();
});

test('a first visit is given a token, and a later one shows it', () => {
  const { tab: open } = browser();
  const first = tab(open());
  first.model.start({ language: 'es' });
  assert.equal(first.line.hello.token, undefined);
  first.welcome({ token: 'secret' });
  const later = tab(open());
  later.model.start({});
  assert.equal(later.line.hello.token, 'secret');
});

test('a message is shown at once, acknowledged in place, and never twice', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret' });
  one.view.write('¿Dónde está?');
  one.view.send(NONE);
  assert.equal(one.model.pending()[0].text, '¿Dónde está?');
  const { id } = one.sent('message')[0];
  one.hear(ack(id, 102, { text: '¿Dónde está?' }));
  assert.deepEqual([one.model.pending().length, words(one)], [0, ['¿Dónde está?']]);
  one.hear({ t: 'events', position: 102, events: [event(101, 'conversation.opened', MARTA), event(102, 'message.received', MARTA, { text: '¿Dónde está?', client_id: id })] });
  assert.deepEqual(words(one), ['¿Dónde está?']);
  assert.equal(one.model.talk.value.conversation.id, 42);
  assert.equal(one.view.draft.value, '');
});

test('an acknowledgement shows what the desk kept, and says whether all before it was told', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret', ...underway() });
  const { position } = one.model.talk.value;
  one.view.write('Hola  ');
  one.view.send(NONE);
  one.hear(ack(one.sent('message')[0].id, 120, { text: 'Hola' }));
  assert.deepEqual([words(one).at(-1), one.model.talk.value.position], ['Hola', position]);
  one.view.write('¿Sí?');
  one.view.send(NONE);
  one.hear({ ...ack(one.sent('message')[1].id, 121, { text: '¿Sí?' }), position: 121 });
  assert.equal(one.model.talk.value.position, 121);
});

test('a closing that an acknowledgement has overtaken closes nothing again', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret', ...underway() });
  one.view.write('Una cosa más');
  one.view.send(NONE);
  const { id } = one.sent('message')[0];
  const kept = ack(id, 104, { text: 'Una cosa más' });
  one.hear(kept);
  const [closing, again] = [event(103, 'conversation.closed', ANA), event(106, 'conversation.closed', ANA)];
  one.hear({ t: 'events', position: 103, events: [closing] });
  assert.equal(one.model.talk.value.conversation.status, 'open');
  one.hear({ t: 'events', position: 106, events: [again] });
  assert.equal(one.model.talk.value.conversation.status, 'closed');
});

test('an unsent message outlives the page, and leaves with its id when the desk is back', () => {
  const { tab: open } = browser();
  const before = tab(open());
  before.model.start({});
  before.view.write('Hola');
  before.view.send(NONE);
  const after = tab(open());
  after.model.start({});
  assert.equal(after.model.pending()[0].text, 'Hola');
  after.welcome({ token: 'secret' });
  assert.equal(after.sent('message')[0].id, before.model.pending()[0].id);
});

test('after a loss it asks for what came since', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret', ...underway() });
  one.line.closed(1006);
  pass(60_000);
  assert.equal(one.lines.length, 2);
  assert.equal(one.line.hello.after, 102);
  one.welcome({ ...underway(), events: [event(103, 'message.sent', ANA, { text: 'Ya' })], position: 103 });
  assert.deepEqual(words(one), ['Hola', 'Sí', 'Ya']);
});

test('too far behind, it begins anew instead of showing a part', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret', ...underway() });
  one.hear({ t: 'reset' });
  assert.equal(one.line.hello.after, undefined);
  assert.deepEqual(words(one), []);
});

test('two tabs that came at the same moment end as one visitor', async () => {
  const { tab: open, values } = browser();
  const [one, two] = [tab(open()), tab(open())];
  one.model.start({});
  two.model.start({});
  two.welcome({ token: 'zebra', visitor: 'v2' });
  one.welcome({ token: 'apple', visitor: 'v1' });
  await new Promise(setImmediate);
  assert.equal(one.model.who().token, 'apple');
  assert.equal(two.model.who().token, 'apple');
  assert.equal(two.line.hello.token, 'apple');
  assert.equal(values.get('esmero.chat_shop.token'), 'apple');
});

test('a tab whose greater token comes second takes the one that is there', () => {
  const { tab: open } = browser();
  const [one, two] = [tab(open()), tab(open())];
  one.model.start({});
  two.model.start({});
  one.welcome({ token: 'apple', visitor: 'v1' });
  two.welcome({ token: 'zebra', visitor: 'v2' });
  assert.equal(two.lines.length, 2);
  assert.equal(two.line.hello.token, 'apple');
});

test('whichever of two tokens was written last, both tabs keep the same one', () => {
  assert.equal(settled('b', 'a'), 'a');
  assert.equal(settled('a', 'b'), 'a');
  assert.equal(settled('a', null), 'a');
});

test('a token that the desk no longer takes is dropped, and not tried for ever', () => {
  const { tab: open, values } = browser();
  const storage = open();
  storage.setItem('esmero.chat_shop.token', 'old');
  const one = tab(storage);
  one.model.start({});
  one.hear({ t: 'refused', code: 'token_refused', title: '', retry: false });
  one.line.closed(4401);
  assert.equal(one.line.hello.token, undefined);
  assert.equal(values.has('esmero.chat_shop.token'), false);
  for (let turn = 0; turn < 5; turn += 1) one.line.closed(4401);
  assert.equal(one.lines.length, 3);
  assert.equal(one.model.line.state.value, 'refused');
});

test('who is told not to come again sees that what waits was not sent, and may ask once more', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.model.send('Still there?', []);
  one.hear({ t: 'refused', code: 'blocked', title: 'It was ended.', retry: false });
  one.line.closed(4403);
  const [{ id, why, refused }] = one.model.pending();
  assert.deepEqual([why, refused], ['blocked', 'It was ended.']);
  const before = one.lines.length;
  one.model.retry(id);
  assert.equal(one.lines.length, before + 1);
  assert.equal(one.model.pending()[0].refused, undefined);
});

test('a shop’s word that is not believed leaves the customer a stranger who can write', () => {
  const one = tab(browser().tab());
  one.model.identify('a.b.c');
  one.model.start({});
  assert.equal(one.line.hello.identity, 'a.b.c');
  one.hear({ t: 'refused', code: 'identity_refused', title: '', retry: false });
  one.line.closed(4401);
  assert.equal(one.line.hello.identity, undefined);
});

test('a customer whom the shop vouches for comes back by a token that no storage ever holds', () => {
  const { tab: open, values } = browser();
  const one = tab(open());
  one.model.identify('a.b.c');
  one.model.start({});
  one.welcome({ token: 's1.first', visitor: 'user:7' });
  one.line.closed(1006);
  pass(60_000);
  assert.equal(one.line.hello.token, 's1.first');
  one.welcome({ visitor: 'user:7' });
  one.hear({ t: 'token', token: 's1.second' });
  assert.equal(one.model.who().token, 's1.second');
  assert.doesNotMatch(JSON.stringify([...values]), /s1/);
});

test('a sign-in that has ended is told to the shop’s page, and its token shown no more', () => {
  const one = tab(browser().tab());
  one.model.identify('a.b.c');
  one.model.start({});
  one.welcome({ token: 's1.first', visitor: 'user:7' });
  one.hear({ t: 'refused', code: 'identity_refused', title: '', retry: false });
  one.line.closed(4401);
  assert.deepEqual(one.told.filter(([what]) => what == 'identity'), [['identity', undefined]]);
  assert.equal(one.line.hello.token, undefined);
  assert.equal(one.line.hello.identity, undefined);
});

test('who is told while the hello is under way is told right after the welcome', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.model.identify('a.b.c');
  one.welcome({ token: 'secret' });
  assert.deepEqual(one.sent('identify'), [{ t: 'identify', identity: 'a.b.c' }]);
});

test('another person’s welcome shows nothing of the one before', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret', ...underway() });
  one.welcome({ visitor: 'user:7', position: 110 });
  assert.deepEqual(words(one), []);
  assert.equal(one.model.talk.value.conversation, null);
});

test('who is named while the line is cut asks for all of what is theirs', () => {
  const marta = 'a.' + btoa('{"sub":"7"}') + '.c';
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret', ...underway() });
  one.line.closed(1006);
  one.model.identify(marta);
  pass(60_000);
  assert.deepEqual([one.line.hello.identity, one.line.hello.after], [marta, undefined]);
  one.welcome({ token: 's1.first', visitor: 'user:7', known: { name: 'Marta' }, ...underway() });
  one.line.closed(1006);
  pass(60_000);
  assert.equal(one.line.hello.after, 102);
  one.line.closed(1006);
  one.model.identify('a.' + btoa('{"sub":"8"}') + '.c');
  pass(60_000);
  assert.equal(one.line.hello.after, undefined);
});

test('what has come is told as delivered, what was seen as read, each once', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret', ...underway() });
  assert.deepEqual(one.sent('read'), [{ t: 'read', upto: 1, delivered: 2 }]);
  one.model.seen();
  one.model.seen();
  assert.deepEqual(one.sent('read')[1], { t: 'read', upto: 2, delivered: 2 });
  assert.equal(one.sent('read').length, 2);
});

test('the shop’s page hears how many are unread, and never what is said', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 'secret', ...underway() });
  one.hear({ t: 'events', position: 103, events: [event(103, 'message.sent', ANA, { text: 'secreto' })] });
  one.model.seen();
  assert.deepEqual(one.told.filter(([what]) => what == 'unread').map(([, { count }]) => count), [1, 2, 0]);
  assert.deepEqual(one.told.filter(([what]) => what == 'message'), [['message', { by: 'agent' }]]);
  assert.doesNotMatch(JSON.stringify(one.told), /secreto|Hola/);
});

test('who has an open conversation lands in it; who went elsewhere or began to write is left there', () => {
  const landed = tab(browser().tab());
  landed.model.start({});
  landed.welcome({ token: 't', ...underway() });
  assert.equal(landed.view.screen.value, 'conversation');

  const gone = tab(browser().tab());
  gone.model.start({});
  gone.view.go('directory');
  gone.welcome({ token: 't', ...underway() });
  assert.equal(gone.view.screen.value, 'directory');

  const writing = tab(browser().tab());
  writing.view.write('Ho');
  writing.model.start({});
  writing.welcome({ token: 't', ...underway() });
  assert.equal(writing.view.screen.value, 'directory');

  const closed = tab(browser().tab());
  closed.model.start({});
  closed.welcome({ token: 't', ...underway('closed') });
  assert.equal(closed.view.screen.value, 'directory');
});

test('what was new when the person came stays marked while they read', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 't', ...underway() });
  assert.equal(one.view.divider.value, 1);
  one.view.turn(true);
  one.model.seen();
  assert.equal(one.view.divider.value, 1);
  one.view.turn(false);
  one.view.turn(true);
  assert.equal(one.view.divider.value, Infinity);
});

test('what was begun outlives the page, and nothing empty or too long is sent', () => {
  const { tab: open } = browser();
  const before = tab(open());
  before.view.write('Quiero');
  const after = tab(open());
  assert.equal(after.view.draft.value, 'Quiero');
  after.model.start({});
  after.welcome({ token: 't' });
  after.view.write('   ');
  after.view.send(NONE);
  after.view.write('🙂'.repeat(21));
  after.view.send(NONE);
  assert.deepEqual([after.view.over(), after.sent('message')], [1, []]);
  after.view.write('🙂'.repeat(20));
  after.view.send(NONE);
  assert.equal(after.sent('message').length, 1);
  assert.equal(tab(open()).view.draft.value, '');
});

test('typing is told now and then, and ended when the message leaves', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 't' });
  for (const text of ['H', 'Ho', 'Hol']) one.view.write(text);
  assert.equal(one.sent('typing').length, 1);
  pass(5000);
  one.view.write('Hola');
  assert.equal(one.sent('typing').length, 2);
  one.view.send(NONE);
  assert.deepEqual(one.sent('typing').map(({ on }) => on), [true, true, false]);
});

test('the sign that somebody writes ends by itself', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 't', ...underway() });
  one.hear({ t: 'typing', by: { id: 3, name: 'Ana' }, on: true });
  assert.equal(one.model.talk.value.typing.name, 'Ana');
  pass(20_000);
  assert.equal(one.model.talk.value.typing, null);
});

test('a way to answer that was on its way when the line was cut is given again, with the same id', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 't', ...underway() });
  one.model.answerAt({ email: 'marta@example.org' });
  const [given] = one.sent('contact');
  one.line.closed(1006);
  pass(60_000);
  one.welcome({ ...underway(), events: [] });
  assert.deepEqual(one.sent('contact'), [given]);
  assert.deepEqual(Object.keys(given).sort(), ['email', 'id', 't']);
  one.hear({ t: 'ack', id: given.id, conversation: 42, seq: 3, event: 103, at: now, said: event(103, 'customer.contacted', MARTA) });
  assert.equal(one.model.reach.value.state, 'kept');
});

test('a browser that keeps nothing can chat all the same, and it is said', () => {
  const refuses = { length: 0, key: () => null, getItem() { throw new Error(); }, setItem() { throw new Error(); }, removeItem() { throw new Error(); } };
  const full = keeper('chat_shop', refuses);
  full.set('token', 'secret');
  assert.deepEqual([full.get('token'), full.lasting()], ['secret', false]);
  const none = keeper('chat_shop', null);
  none.set('draft', 'x');
  assert.deepEqual([none.get('draft'), none.lasting()], ['x', false]);
  none.set('draft', null);
  assert.equal(none.get('draft'), null);
});

test('a way to answer is a mail address or a phone number', () => {
  assert.deepEqual(wayIn(' marta@example.org '), { email: 'marta@example.org' });
  assert.deepEqual(wayIn('+36 30 123-4567'), { phone: '+36 30 123-4567' });
  for (const typed of ['', 'marta', 'marta@', '@example.org', 'a b@example.org', '12345', '1'.repeat(30), 'call 06301234567 now', '<x@y.zz>']) {
    assert.equal(wayIn(typed), null, typed);
  }
});

test('a way to answer is asked for when nobody is there, and not again', () => {
  const value = (more) => ({ value: more });
  const talk = (...types) => value({ conversation: { id: 42, status: 'open' }, events: types.map((type, id) => event(id, type, MARTA)) });
  const model = (more = {}) => ({ talk: talk('message.received'), card: value({ open: false, people: [] }), known: value(false), reach: value(null), ...more });
  assert.equal(asks(model()), true);
  assert.equal(asks(model({ card: value({ open: true, people: [] }) })), true);
  assert.equal(asks(model({ card: value({ open: true, people: [{}] }) })), false);
  assert.equal(asks(model({ known: value({ name: 'Marta', email: 'marta@example.org' }) })), false);
  assert.equal(asks(model({ reach: value({ state: 'kept' }) })), false);
  assert.equal(asks(model({ talk: talk('message.received', 'message.sent') })), false);
  assert.equal(asks(model({ talk: talk('message.received', 'customer.contacted') })), false);
  assert.equal(asks(model({ talk: value({ conversation: null, events: [] }) })), false);
});

test('older messages are asked for once, however often one scrolls up', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 't', ...underway(), more: true });
  for (let turn = 0; turn < 5; turn += 1) one.model.earlier();
  assert.deepEqual(one.sent('history'), [{ t: 'history', before: 1 }]);
  one.hear({ t: 'history', events: [event(100, 'message.received', MARTA, { text: 'Antes', seq: 0 })], more: false });
  one.model.earlier();
  assert.equal(one.sent('history').length, 1);
  assert.deepEqual(words(one), ['Antes', 'Hola', 'Sí']);
});

test('a browser keeps no token of a customer whom the shop has named', () => {
  const { tab: open, values } = browser();
  const one = tab(open());
  one.model.start({});
  one.welcome({ token: 'secret' });
  assert.equal(values.get('esmero.chat_shop.token'), 'secret');
  one.model.identify('a.b.c');
  one.welcome({ visitor: 'user:7', known: { name: 'Marta' } });
  assert.equal(values.has('esmero.chat_shop.token'), false);
  assert.equal(one.model.who().token, 'secret', 'files that are sent still need it');

  const later = tab(open());
  later.model.identify('a.b.c');
  later.model.start({});
  later.welcome({ token: 'fresh', visitor: 'user:7', known: { name: 'Marta' } });
  assert.equal(values.has('esmero.chat_shop.token'), false);
  assert.equal(later.model.who().token, 'fresh');
});

const jwt = (sub) => ['{}', JSON.stringify({ sub })].map((part) => Buffer.from(part).toString('base64url')).join('.') + '.x';
const LABEL = { id: 9, name: 'label.pdf', type: 'application/pdf', size: 10, url: '/files/9' };
const with1 = { ...NONE, all: { value: [LABEL] }, take: () => [LABEL] };

test('what a named customer could not send is neither shown to the next person at this browser nor sent by them', () => {
  const { tab: open } = browser();
  const marta = tab(open());
  marta.model.identify(jwt('7'));
  marta.model.start({});
  marta.view.write('private');
  marta.view.send(NONE);
  marta.view.write('half a word');
  for (const name of ['8', null]) {
    const next = tab(open());
    if (name) next.model.identify(jwt(name));
    next.model.start({});
    assert.deepEqual([next.model.pending(), next.view.draft.value], [[], '']);
    next.welcome({ token: 't', visitor: name ? 'user:8' : 'v2' });
    assert.deepEqual(next.sent('message'), []);
  }
  const back = tab(open());
  back.model.identify(jwt('7'));
  back.model.start({});
  assert.equal(back.view.draft.value, 'half a word');
  back.welcome({ visitor: 'user:7' });
  assert.deepEqual(back.sent('message').map(({ text }) => text), ['private']);
});

test('on a page that stays, another customer’s sign-in sends nothing of the one before', () => {
  const one = tab(browser().tab());
  one.model.identify(jwt('7'));
  one.model.start({});
  one.welcome({ visitor: 'user:7' });
  one.view.write('private');
  one.view.send(NONE);
  one.view.write('half a word');
  one.model.identify(jwt('8'));
  one.welcome({ visitor: 'user:8' });
  pass(60_000);
  assert.equal(one.sent('message').length, 1);
  assert.deepEqual([one.model.pending(), one.view.draft.value], [[], '']);
});

test('a visitor who signs in goes on with what they have begun and sent', () => {
  const one = tab(browser().tab());
  one.view.write('sent');
  one.view.send(NONE);
  one.view.write('half a word');
  one.model.identify(jwt('7'));
  one.model.start({});
  one.welcome({ visitor: 'user:7' });
  assert.deepEqual(one.sent('message').map(({ text }) => text), ['sent']);
  assert.equal(one.view.draft.value, 'half a word');
});

test('an unsent message keeps its files through a reload', () => {
  const { tab: open } = browser();
  const before = tab(open());
  before.model.start({});
  before.welcome({ token: 't' });
  before.line.closed(1006);
  before.view.write('Mire');
  before.view.send(with1);
  const after = tab(open());
  assert.equal(after.view.screen.value, 'conversation', 'one sees what has not left');
  assert.deepEqual(after.model.pending().map(({ text, files }) => [text, files]), [['Mire', [LABEL]]]);
  after.model.start({});
  after.welcome({});
  const [{ id, files }] = after.sent('message');
  assert.deepEqual(files, [9]);
  after.hear(ack(id, 102, { text: 'Mire', files: [LABEL] }));
  assert.deepEqual(after.model.talk.value.events[0].files, [LABEL]);
});

test('a message from days ago is shown as kept, and leaves without the files that the desk has removed', () => {
  const { tab: open } = browser();
  const before = tab(open());
  before.model.start({});
  before.view.write('Mire');
  before.view.send(with1);
  now += 2 * 86_400_000;
  const after = tab(open());
  after.model.start({});
  after.welcome({ token: 't' });
  assert.deepEqual(after.sent('message'), []);
  const [{ id, held, lost, refused }] = after.model.pending();
  assert.deepEqual([held, lost, refused], [true, true, undefined]);
  after.model.retry(id);
  assert.deepEqual(after.sent('message'), [{ t: 'message', id, text: 'Mire' }]);
  assert.deepEqual(after.model.pending()[0].files, []);
});

test('a message whose file the desk no longer has can be sent without it', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.welcome({ token: 't' });
  one.view.write('Mire');
  one.view.send(with1);
  const [{ id }] = one.sent('message');
  one.hear({ t: 'refused', id, code: 'file_gone', title: 'x', retry: false });
  assert.equal(one.model.pending()[0].lost, true);
  one.model.retry(id);
  assert.deepEqual(one.sent('message')[1], { t: 'message', id, text: 'Mire' });
});

test('whom the shop names is read without being believed', () => {
  assert.deepEqual([named(jwt('7')), named('a.b.c'), named('x'), named(jwt(7))], ['user:7', '', '', '']);
});

test('a page that is left before the first message has gone lets the next page look after it', () => {
  const one = tab(browser().tab());
  one.model.start({});
  one.view.write('Hola');
  one.view.send(NONE);
  assert.deepEqual(one.told.filter(([what]) => what == 'talk'), [['talk', { on: true }]]);
  one.welcome({ token: 't' });
  const { id } = one.sent('message')[0];
  one.hear(ack(id, 102, { text: 'Hola' }));
  one.hear({ t: 'events', position: 104, events: [event(102, 'message.received', MARTA, { client_id: id }), event(104, 'conversation.closed', ANA)] });
  assert.deepEqual(one.told.filter(([what]) => what == 'talk').map(([, { on }]) => on), [true, false]);
});
