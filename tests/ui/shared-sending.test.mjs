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
function page({ kept = storage(), scope = 'k1', timers = clockwork() } = {}) {
  const wire = [];
  const line = { up: true };
  const send = (frame) => {
    if (line.up) wire.push(frame);
    return line.up;
  };
  return { out: sending({ scope, send, storage: kept, timers }), wire, line, timers, kept };
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
