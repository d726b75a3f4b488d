import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sending } from '../../src/esmero/ui/shared/sending.js';
import { clockwork } from './clockwork.mjs';

const SECOND = 1000;

/** What a browser keeps, in no order that one may rely on. */
function storage() {
  const kept = new Map();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()].reverse()[index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** One page. Its line can be cut; what leaves is written down. */
function page({ kept = storage(), scope = 'k1', timers = clockwork(), sendLarge } = {}) {
  const wire = [];
  const line = { up: true };
  const send = (frame) => {
    if (line.up) wire.push(frame);
    return line.up;
  };
  return { out: sending({ scope, send, sendLarge, storage: kept, timers }), wire, line, timers, kept };
}

/** The desk acknowledges whatever leaves. */
function answerAll(out, wire) {
  for (let at = 0; at < wire.length; at += 1) out.acknowledged({ id: wire[at].id });
}

const texts = (out) => out.messages.value.map(({ frame }) => frame.text);

test('a message leaves at once and is kept until it is acknowledged', () => {
  const { out, wire } = page();
  const id = out.add({ text: 'Jó napot' });
  assert.deepEqual(wire, [{ t: 'message', id, text: 'Jó napot' }]);
  assert.deepEqual(texts(out), ['Jó napot']);
  out.acknowledged({ id });
  assert.deepEqual(texts(out), []);
});

test('without an acknowledgement the same message is sent again, ever more rarely', () => {
  const { out, wire, timers } = page();
  const id = out.add({ text: 'x' });
  timers.pass(10 * 60 * SECOND);
  assert.ok(wire.length > 5 && wire.length < 20, `${wire.length}`);
  assert.deepEqual(new Set(wire.map((frame) => frame.id)), new Set([id]));
  out.acknowledged({ id });
  const sent = wire.length;
  timers.pass(10 * 60 * SECOND);
  assert.equal(wire.length, sent);
});

test('what was written without a connection leaves in order when it is back', () => {
  const { out, wire, line, timers } = page();
  line.up = false;
  for (const text of ['one', 'two', 'three']) {
    out.add({ text });
    timers.pass(100);
  }
  assert.deepEqual(wire, []);
  line.up = true;
  out.resume();
  answerAll(out, wire);
  assert.deepEqual(wire.map(({ text }) => text), ['one', 'two', 'three']);
});

test('unsent messages outlive a reload with their ids and their order', () => {
  const before = page();
  before.line.up = false;
  const ids = ['one', 'two', 'three'].map((text) => {
    before.timers.pass(100);
    return before.out.add({ text });
  });
  const after = page({ kept: before.kept });
  assert.deepEqual(texts(after.out), ['one', 'two', 'three']);
  after.out.resume();
  answerAll(after.out, after.wire);
  assert.deepEqual(after.wire.map(({ id }) => id), ids);
});

test('what was said second waits for what was said first', () => {
  const { out, wire, timers } = page();
  const [one] = ['one', 'two', 'three'].map((text) => out.add({ text }));
  out.refused({ id: one, code: 'too_many', title: 'Wait a moment.', retry: true, wait: 20 * SECOND });
  timers.pass(19 * SECOND);
  assert.deepEqual(wire.map(({ text }) => text), ['one']);
  timers.pass(2 * SECOND);
  answerAll(out, wire);
  assert.deepEqual(wire.map(({ text }) => text), ['one', 'one', 'two', 'three']);
});

test('a message that the person must decide about holds up nobody', () => {
  const { out, wire } = page();
  const [one] = ['far too long', 'two'].map((text) => out.add({ text }));
  out.refused({ id: one, code: 'too_long', title: 'The message is too long.', retry: false });
  assert.deepEqual(wire.map(({ text }) => text), ['far too long', 'two']);
});

test('each conversation has a turn of its own', () => {
  const { out, wire } = page();
  out.add({ text: 'to Marta', conversation: 1 });
  out.add({ text: 'to Tom', conversation: 2 });
  assert.deepEqual(wire.map(({ text }) => text), ['to Marta', 'to Tom']);
});

test('another person at this browser does not send them', () => {
  const before = page();
  before.out.add({ text: 'private' });
  assert.deepEqual(texts(page({ kept: before.kept, scope: 'k2' }).out), []);
});

test('what something else wrote into the storage is passed over', () => {
  const kept = storage();
  for (const [index, text] of ['', 'null', '{', '{"id":1}', '[]', '{"id":"x","at":"y","frame":{}}'].entries())
    kept.setItem(`esmero.unsent.k1.${index}`, text);
  assert.deepEqual(texts(page({ kept }).out), []);
});

test('a refusal for good waits for the person, and says why', () => {
  const { out, wire, timers } = page();
  const id = out.add({ text: 'too long' });
  assert.equal(out.refused({ id, code: 'too_long', title: 'The message is too long.', retry: false }), true);
  timers.pass(60 * SECOND);
  out.resume();
  assert.equal(wire.length, 1);
  assert.equal(out.messages.value[0].refusal?.code, 'too_long');
  out.retry(id, { text: 'short' });
  assert.deepEqual(wire.at(-1), { t: 'message', id, text: 'short' });
  assert.equal(out.messages.value[0].state, 'pending');
});

test('a refusal for now is obeyed and tried again', () => {
  const { out, wire, timers } = page();
  const id = out.add({ text: 'x' });
  out.refused({ id, code: 'too_fast', title: 'Too fast.', retry: true, wait: 20 * SECOND });
  assert.deepEqual(out.messages.value.map(({ state, refusal }) => [state, refusal.code]), [['pending', 'too_fast']]);
  timers.pass(19 * SECOND);
  assert.equal(wire.length, 1);
  timers.pass(2 * SECOND);
  assert.equal(wire.length, 2);
});

test('a refusal of something else is not ours', () => {
  const { out } = page();
  assert.equal(out.refused({ id: 'other', code: 'x', title: 'x' }), false);
  assert.equal(out.refused({ code: 'x', title: 'x' }), false);
});

test('what is discarded comes back to the composer and never leaves', () => {
  const { out, wire, line, timers, kept } = page();
  line.up = false;
  const id = out.add({ text: 'not this' });
  assert.equal(out.discard(id)?.frame.text, 'not this');
  line.up = true;
  out.resume();
  timers.pass(60 * SECOND);
  assert.deepEqual([wire, kept.length], [[], 0]);
});

test('a tab takes over what another one left behind, and forgets what that one has sent', () => {
  const { out, wire, timers, kept } = page();
  const other = page({ kept, timers });
  const id = other.out.add({ text: 'from the other tab' });
  const key = `esmero.unsent.k1.${id}`;
  out.elsewhere({ key, newValue: kept.getItem(key) });
  assert.deepEqual(texts(out), ['from the other tab']);
  timers.pass(9 * SECOND);
  assert.deepEqual(wire.map((frame) => frame.id), [id]);
  out.elsewhere({ key, newValue: null });
  assert.deepEqual(texts(out), []);
  out.elsewhere({ key: null, newValue: null });
  out.elsewhere({ key: 'somebody.elses', newValue: '{}' });
});

test('where the browser keeps nothing, the page keeps it and can say so', () => {
  const full = { ...storage(), length: 0, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } };
  const { out, wire } = page({ kept: full });
  assert.equal(out.lasting.value, true);
  out.add({ text: 'x' });
  assert.equal(out.lasting.value, false);
  assert.equal(wire.length, 1);
  assert.equal(page({ kept: null }).out.lasting.value, false);
});

const HOUR = 3600 * SECOND;

test('a message of one person is neither shown to the next one nor sent by them, and waits for its author', () => {
  const marta = page();
  marta.line.up = false;
  marta.out.become('user:7', 'all');
  marta.out.add({ text: 'private' });
  const stranger = page({ kept: marta.kept, timers: marta.timers });
  stranger.out.resume();
  assert.deepEqual([texts(stranger.out), stranger.wire], [[], []]);
  stranger.out.become('user:8', 'all');
  stranger.out.resume();
  assert.deepEqual([texts(stranger.out), stranger.wire], [[], []]);
  stranger.out.become('user:7', 'none');
  stranger.out.resume();
  assert.deepEqual(stranger.wire.map(({ text }) => text), ['private']);
});

test('when another person takes over the page, what was under way stays the other’s', () => {
  const { out, wire, timers, kept } = page();
  out.become('user:7', 'all');
  const id = out.add({ text: 'private' });
  out.become('user:8', 'none');
  timers.pass(10 * 60 * SECOND);
  out.resume();
  assert.deepEqual([texts(out), wire.length, kept.length], [[], 1, 1]);
  out.elsewhere({ key: `esmero.unsent.k1.${id}`, newValue: kept.getItem(`esmero.unsent.k1.${id}`) });
  assert.deepEqual(texts(out), []);
});

test('a visitor who signs in takes along what they wrote; what an earlier page left waits for their word', () => {
  const before = page();
  before.line.up = false;
  before.out.add({ text: 'from before' });
  const { out, wire, line } = page({ kept: before.kept, timers: before.timers });
  line.up = false;
  before.timers.pass(SECOND);
  out.add({ text: 'just now' });
  out.become('user:7', 'all');
  line.up = true;
  out.resume();
  assert.deepEqual(wire.map(({ text }) => text), ['just now']);
  assert.deepEqual(out.messages.value.map(({ by, state, refusal }) => [by, state, refusal?.code]), [['user:7', 'refused', 'kept'], ['user:7', 'pending', undefined]]);
  assert.deepEqual(texts(page({ kept: before.kept }).out), [], 'nobody finds it under no name');
});

test('who is not believed any more keeps what they wrote on this page, and nothing else', () => {
  const before = page();
  before.line.up = false;
  before.out.become('user:7', 'all');
  before.out.add({ text: 'from before' });
  const { out, line } = page({ kept: before.kept, timers: before.timers });
  line.up = false;
  out.become('user:7', 'all');
  out.add({ text: 'just now' });
  out.become('', 'here');
  assert.deepEqual(texts(out), ['just now']);
});

test('what has waited for more than a day asks before it leaves, and leaves last', () => {
  const before = page();
  before.line.up = false;
  const id = before.out.add({ text: 'yesterday' });
  before.timers.pass(25 * HOUR);
  const { out, wire, timers } = page({ kept: before.kept, timers: before.timers });
  assert.deepEqual(out.messages.value.map(({ state, refusal }) => [state, refusal?.code]), [['refused', 'kept']]);
  out.resume();
  timers.pass(HOUR);
  assert.deepEqual(wire, []);
  out.add({ text: 'today' });
  out.retry(id);
  answerAll(out, wire);
  assert.deepEqual(wire.map(({ text }) => text), ['today', 'yesterday']);
  // A page that was asleep for as long is no other than one that opens.
  before.line.up = true;
  before.out.resume();
  assert.deepEqual(before.wire, []);
});

test('within a day it leaves by itself', () => {
  const before = page();
  before.line.up = false;
  before.out.add({ text: 'this morning' });
  before.timers.pass(23 * HOUR);
  const { out, wire } = page({ kept: before.kept, timers: before.timers });
  out.resume();
  assert.deepEqual(wire.map(({ text }) => text), ['this morning']);
});

test('what others left in this browser is wiped after a month; one’s own waits', () => {
  const { out, line, timers, kept } = page();
  line.up = false;
  out.become('user:7', 'all');
  out.add({ text: 'private' });
  timers.pass(31 * 24 * HOUR);
  const own = page({ kept, timers });
  assert.equal(kept.length, 0);
  assert.deepEqual(texts(own.out), []);
  out.retry(out.messages.value[0].id);
  timers.pass(31 * 24 * HOUR);
  out.become('user:8', 'none');
  assert.equal(kept.length, 0);
});

test('where the browser keeps nothing, who signs in loses nothing', () => {
  const { out, wire, line } = page({ kept: null });
  line.up = false;
  out.add({ text: 'x' });
  out.become('user:7', 'all');
  line.up = true;
  out.resume();
  assert.deepEqual(wire.map(({ text }) => text), ['x']);
});

test('a message that is too large for a frame goes another way, or back to the person, and holds up nobody', () => {
  const long = 'नमस्ते '.repeat(5000);
  const { out, wire } = page();
  out.add({ text: long });
  out.add({ text: 'short' });
  assert.deepEqual(wire.map(({ text }) => text), ['short']);
  assert.deepEqual(out.messages.value.map(({ state, refusal }) => [state, refusal?.code]), [['refused', 'too_long'], ['pending', undefined]]);
  const large = [];
  const other = page({ sendLarge: (frame) => !!large.push(frame.text) });
  other.out.add({ text: long });
  other.out.add({ text: 'x'.repeat(60_000), conversation: 2 });
  assert.deepEqual([large, other.wire.length], [[long], 1]);
});
