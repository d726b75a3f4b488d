import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BegunMails } from '../../src/esmero/ui/console/desk/mailing/begun.js';
import { blank, callOf, isBlank, keyOf, misaddressed, sendersOf, sight } from '../../src/esmero/ui/console/desk/mailing/mailing-form.js';
import { answering, beginning, forwarding } from '../../src/esmero/ui/console/desk/mailing/mailings.js';
import { isUnread } from '../../src/esmero/ui/console/desk/list/rows.js';
import { lines } from '../../src/esmero/ui/console/desk/talk/lines.js';
import { worthTelling } from '../../src/esmero/ui/console/desk/telling/worth.js';

const inbox = (id, more = {}) => ({ id, channel: 'email', name: 'Mail ' + id, removed: false, begins: true, recipients: true, senders: ['a@shop.example', 'b@shop.example'], ...more });
const file = (id) => ({ id, name: id + '.pdf', type: 'application/pdf', size: 1, url: '' });
const event = (seq, type, more = {}) => ({ id: 100 + seq, stream: 'conversation', of: 1, seq, type, at: seq * 1000, inbox: 1, by: { kind: 'agent', id: 3 }, public: false, data: {}, ...more });
const one = { id: 1, inbox: 2, subject: 'My lamp', customer_seq: 2, read: 3 };
const marks = { delivered: 0, read: 0 };

test('each address of each inbox that can be sent from is offered, the present inbox first', () => {
  const all = [inbox(1, { senders: ['x@shop.example'] }), inbox(2), inbox(3, { begins: false, senders: [] }), inbox(4, { removed: true })];
  assert.deepEqual(sendersOf(all, 'begins', 2), [
    ['2 a@shop.example', 'a@shop.example · Mail 2'], ['2 b@shop.example', 'b@shop.example · Mail 2'], ['1 x@shop.example', 'x@shop.example · Mail 1'],
  ]);
  assert.deepEqual(sendersOf(all, 'recipients').map(([value]) => value), ['1 x@shop.example', '2 a@shop.example', '2 b@shop.example', '3']);
});

test('a first message is told to the desk with its inbox, its sender and the customer whose address it is', () => {
  const mailing = beginning(2, { id: 7, name: 'Weller, Tom', email: 'tom@weller.example', identities: [] });
  const values = { ...blank(mailing, [['2 b@shop.example', '']]), subject: ' Hello ', text: 'It is here.', bcc: 'boss@shop.example' };
  assert.equal(values.to, '"Weller, Tom" <tom@weller.example>');
  assert.deepEqual(callOf(mailing, values, [file(9)], [], 'id'), { path: '/conversations', body: {
    id: 'id', inbox: 2, sender: 'b@shop.example', to: [{ address: 'tom@weller.example', name: 'Weller, Tom' }], cc: [],
    bcc: [{ address: 'boss@shop.example', name: '' }], subject: 'Hello', text: 'It is here.', files: [9], customer: 7,
  } });
});

test('an address in a channel of mail goes before what the customer said of themselves, and a chat has none', () => {
  const identities = [{ channel: 'chat', address: 'user:tom@shop' }, { channel: 'email', address: 'tom@work.example' }];
  assert.equal(beginning(null, { id: 7, name: '', email: 'tom@home.example', identities }).to, 'tom@work.example');
  assert.equal(beginning(null, { id: 7, name: '', email: null, identities: identities.slice(0, 1) }).to, '');
});

test('one message is forwarded with its own files, all of a conversation with everybody’s', () => {
  const events = [
    event(2, 'message.received', { files: [file(1)], subject: 'A lamp' }), event(3, 'note.added', { files: [file(2)] }),
    event(4, 'reply.queued', { files: [file(3)] }), event(5, 'message.sent', { files: [file(3)], data: { reply_seq: 4 } }),
  ];
  const single = forwarding(one, events, 102);
  assert.deepEqual([single.subject, single.files.map(({ id }) => id)], ['Fwd: A lamp', [1]]);
  const whole = forwarding(one, events, null);
  assert.deepEqual([whole.subject, whole.files.map(({ id }) => id)], ['Fwd: My lamp', [1, 3]]);
  assert.deepEqual(forwarding(one, events, 103).files, []);
  const { path, body } = callOf(single, { ...blank(single, [['2 a@shop.example', '']]), to: 'x@y.example' }, [], [1], 'id');
  assert.deepEqual([path, body.message, body.take, body.files], ['/conversations/1/forwards', 102, [1], []]);
  assert.ok(!('message' in callOf(whole, blank(whole, []), [], [], 'id').body));
});

test('an answer goes to who answered, and needs words or files', () => {
  const mailing = answering(one, event(6, 'forward.answered', { fields: { address: 'sales@lamps.example', name: 'Lamps' }, subject: 'Re: Lamp' }));
  const values = blank(mailing, [['2 a@shop.example', '']]);
  assert.deepEqual([values.to, values.subject, mailing.name], ['Lamps <sales@lamps.example>', 'Re: Lamp', 'Lamps']);
  assert.equal(callOf(mailing, values, [], [], 'id').body.answers, 106);
  assert.ok(isBlank(mailing, values, []));
  assert.ok(!isBlank(mailing, values, [file(1)]));
  assert.ok(!isBlank({ ...mailing, kind: 'forward' }, values, []));
  assert.equal(misaddressed({ ...values, to: '' })?.code, 'one');
  assert.notEqual(keyOf(mailing), keyOf({ ...mailing, event: 107 }));
});

test('who sees whom is said by name, without those of the Bcc', () => {
  assert.deepEqual(sight({ to: 'Tom <tom@x.example>', cc: 'zoe@x.example', bcc: 'boss@shop.example' }), { seen: ['Tom', 'zoe@x.example'], unseen: ['boss@shop.example'] });
});

test('a forward and its answer are notes, with whom they were exchanged', () => {
  const events = [
    event(2, 'forward.queued', { text: 'Look', to: [['sales@lamps.example', 'Lamps']] }), event(3, 'forward.sent', { data: { reply_seq: 2 } }),
    event(4, 'forward.answered', { text: 'Yes', by: { kind: 'desk', id: 0 }, fields: { address: 'sales@lamps.example', name: '' } }),
  ];
  const [queued, answered] = lines(events, { delivered: 9, read: 9 }).filter(({ kind }) => kind === 'turn');
  assert.deepEqual([queued.side, queued.mark, queued.passed], ['note', 'sent', { kind: 'queued', names: ['Lamps'], answers: false, address: '' }]);
  assert.deepEqual([answered.side, answered.mark, answered.passed?.names], ['note', '', ['sales@lamps.example']]);
  const [waiting] = lines(events.slice(0, 1), marks).filter(({ kind }) => kind === 'turn');
  assert.equal(waiting.mark, 'queued');
  const failed = event(3, 'message.failed', { data: { reply_seq: 2, code: 'no-such-address', forwarded: true } });
  assert.equal(lines([events[0], failed], marks).find(({ kind }) => kind === 'turn')?.mark, 'failed');
});

test('what comes back is unread and worth telling, what a machine answers is not', () => {
  assert.ok(isUnread({ ...one, aside_seq: 4 }));
  assert.ok(!isUnread({ ...one, aside_seq: 3 }));
  assert.ok(!isUnread(one));
  const known = new Map([[1, { ...one, assignee: 3, junk: false }]]);
  const told = (data) => worthTelling([event(4, 'forward.answered', { data })], known, { me: 3, messages: 'mine', present: true, open: null }).length;
  assert.deepEqual([told({ kind: 'message' }), told({ kind: 'auto-reply' })], [1, 0]);
});

/** What a tab keeps. */
const tab = (kept = new Map()) => ({ kept, getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => kept.set(name, text), removeItem: (name) => kept.delete(name) });

test('what was begun outlives the page under the key it was sent under, for whoever wrote it alone', () => {
  const storage = tab();
  const values = { ...blank({ kind: 'begin' }, []), text: 'Hello' };
  const begun = new BegunMails('agent.1', storage).of('begin ', values);
  const before = new BegunMails('agent.1', storage);
  before.keep('begin ', begun);
  const again = new BegunMails('agent.1', storage).of('begin ', blank({ kind: 'begin' }, []));
  assert.deepEqual([again.values, again.key.current], [values, begun.key.current]);
  assert.equal(again.sending.value, false);
  assert.equal(new BegunMails('agent.2', storage).of('begin ', blank({ kind: 'begin' }, [])).values.text, '');
  before.drop('begin ');
  assert.equal(storage.kept.size, 0);
});

test('without a place to keep it, or with nonsense in it, what was begun is kept as long as the page', () => {
  for (const storage of [null, tab(new Map([['esmero.begun.agent.1', '{']])), { getItem: () => null, setItem: () => { throw new Error('full'); } }]) {
    const mails = new BegunMails('agent.1', storage);
    const begun = mails.of('begin ', blank({ kind: 'begin' }, []));
    mails.keep('begin ', begun);
    assert.equal(mails.of('begin ', blank({ kind: 'begin' }, [])), begun);
  }
});
