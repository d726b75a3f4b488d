/** What became of a message that did not arrive, and how it is taken up to be corrected. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rewritten } from '../../src/esmero/ui/console/desk/composer/rewriting.js';
import { lines } from '../../src/esmero/ui/console/desk/talk/lines.js';
import { isVague, saidWords } from '../../src/esmero/ui/console/desk/talk/trouble-words.js';

const DESK = { kind: 'desk', id: 0 };
const event = (seq, type, more = {}) => ({ id: seq, stream: 'conversation', of: 1, seq, type, at: 1_000 * seq, inbox: 1, by: DESK, public: false, data: {}, ...more });
const queued = (more = {}) => event(2, 'reply.queued', { by: { kind: 'agent', id: 1 }, text: 'Tomorrow.', ...more });
const bounced = (address) => event(4, 'message.bounced', { data: { reply_seq: 2, permanent: true }, fields: { address } });
const markOf = (...events) => lines(events, { delivered: 0, read: 0 }).find(({ kind }) => kind === 'turn').mark;

test('what is sent again waits, and what was replaced says so, whatever came before', () => {
  const failed = event(3, 'message.failed', { data: { reply_seq: 2 } });
  assert.equal(markOf(queued(), failed), 'failed');
  assert.equal(markOf(queued(), failed, event(4, 'reply.retried', { data: { reply_seq: 2 } })), 'queued');
  assert.equal(markOf(queued(), failed, event(5, 'reply.replaced', { data: { reply_seq: 2 } })), 'replaced');
  assert.equal(markOf(queued(), bounced('a@x.example'), event(5, 'reply.replaced', { data: { reply_seq: 2 } })), 'replaced');
});

test('what the page has no words for is told in those of the server, with the status once', () => {
  assert.equal(isVague({ code: 'of-a-later-release' }), true);
  assert.equal(saidWords({ status: '5.2.2', said: '552 5.2.2 Full' }), '552 5.2.2 Full');
  assert.equal(saidWords({ status: '5.2.2', said: 'Full' }), '5.2.2 Full');
  assert.equal(saidWords({ status: '', said: '' }), '');
});

const MANY = { to: [['a@x.example', 'A'], ['b@x.example', '']], cc: [['c@x.example', '']], bcc: [['d@x.example', '']] };
const whom = (failed, ...events) => {
  const { to, cc, bcc } = rewritten(failed, events).recipients;
  return [to, cc, bcc].map((all) => all?.map(({ address }) => address[0]).join(''));
};

test('what did not leave is taken up whole', () => {
  const said = rewritten(queued({ ...MANY, data: { sender: 'sales@shop.example' } }), []);
  assert.deepEqual([said.text, said.recipients.sender], ['Tomorrow.', 'sales@shop.example']);
  assert.deepEqual(whom(queued(MANY)), ['ab', 'c', 'd']);
  assert.deepEqual(whom(queued({ cc: MANY.cc })), [undefined, 'c', '']);
});

test('what came back from some goes to those alone', () => {
  assert.deepEqual(whom(queued(MANY), bounced('B@x.example')), ['b', '', '']);
  assert.deepEqual(whom(queued(MANY), bounced('c@x.example')), ['c', '', '']);
  assert.deepEqual(whom(queued(MANY), bounced('d@x.example')), ['d', '', '']);
  assert.deepEqual(whom(queued({ cc: MANY.cc }), bounced('customer@x.example')), [undefined, '', '']);
  assert.deepEqual(whom(queued({ cc: MANY.cc }), bounced('c@x.example')), ['c', '', '']);
});
