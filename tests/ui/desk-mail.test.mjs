import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changed, people, troubleOf, usual, written } from '../../src/esmero/ui/console/desk/composer/recipients.js';
import { HELD, JUNK, MINE, pathOf, questionOf, whereOf } from '../../src/esmero/ui/console/desk/list/address.js';
import { Holding } from '../../src/esmero/ui/console/desk/list/holding.js';
import { belongs } from '../../src/esmero/ui/console/desk/list/rows.js';
import { heightFor, pageOf } from '../../src/esmero/ui/console/desk/talk/letter-form.js';
import { lines, unchanged } from '../../src/esmero/ui/console/desk/talk/lines.js';
import { worthTelling } from '../../src/esmero/ui/console/desk/telling/worth.js';

const NOON = new Date(2026, 9, 30, 12).getTime();
const TOM = { kind: 'customer', id: 7 };
const ANA = { kind: 'agent', id: 3 };
const event = (seq, type, by, more = {}) => ({
  id: 800 + seq, stream: 'conversation', of: 42, seq, type, at: NOON + seq * 1000, inbox: 1, by, public: true, data: {}, ...more,
});
const mail = (seq, more) => event(seq, 'message.received', TOM, { text: 'Where is it?', files: [], ...more });
const reply = (seq) => event(seq, 'reply.queued', ANA, { text: 'Tomorrow.', files: [] });
const bounced = (seq, permanent, address = 'tom@weller.example') =>
  event(seq, 'message.bounced', { kind: 'desk', id: 0 }, { data: { reply_seq: 2, permanent }, fields: { address, said: '550 No' } });
const turns = (events) => lines(events, { delivered: 0, read: 0 }).filter(({ kind }) => kind === 'turn');
const customer = {
  id: 7, name: 'Tom Weller', email: 'tom@other.example',
  identities: [{ id: 1, channel: 'email', address: 'old@weller.example' }, { id: 2, channel: 'email', address: 'tom@weller.example' }],
};

test('a line of chat is no letter; what a mail has beside its words makes it one', () => {
  assert.equal(turns([mail(1)])[0].letter, null);
  for (const more of [{ quoted: '> x' }, { cc: [['k@x.example', '']] }, { formatted: true }, { data: { kind: 'list' } }, { data: { source_id: 4 } }]) {
    assert.ok(turns([mail(1, more)])[0].letter, JSON.stringify(more));
  }
  assert.equal(turns([mail(1, { data: { kind: 'message', source_id: 4 } })])[0].letter.machine, '');
  assert.equal(turns([mail(1, { data: { kind: 'auto-reply' } })])[0].letter.machine, 'auto-reply');
});

test('two letters of one person stand apart, since each has its own head', () => {
  assert.deepEqual(turns([mail(1, { formatted: true }), mail(2, { formatted: true })]).map(({ first }) => first), [true, true]);
});

test('what came back stands at the reply, for good or for now, each address once', () => {
  const sent = event(3, 'message.sent', ANA, { data: { reply_seq: 2 } });
  const marks = (...more) => turns([reply(2), ...more]).map(({ mark, letter }) => [mark, letter?.returned.map(({ permanent }) => permanent)]);
  assert.deepEqual(marks(sent), [['sent', undefined]]);
  assert.deepEqual(marks(sent, bounced(4, false)), [['delayed', [false]]]);
  assert.deepEqual(marks(sent, bounced(4, false), bounced(5, true)), [['bounced', [true]]]);
  assert.deepEqual(marks(sent, bounced(4, true), bounced(5, false)), [['bounced', [true]]]);
  assert.deepEqual(marks(sent, bounced(4, true), bounced(5, false, 'kata@weller.example')), [['bounced', [true, false]]]);
  assert.deepEqual(marks(bounced(4, true), sent), [['bounced', [true]]], 'whichever is told first');
});

test('a reply that came back is drawn anew, and one that did not stays as it was', () => {
  const events = [reply(2), event(3, 'message.sent', ANA, { data: { reply_seq: 2 } })];
  const before = lines(events, { delivered: 0, read: 0 });
  const turnOf = (all) => all.find(({ kind }) => kind === 'turn');
  assert.equal(turnOf(unchanged(before, lines(events, { delivered: 0, read: 0 }))), turnOf(before));
  const after = unchanged(before, lines([...events, bounced(4, true)], { delivered: 0, read: 0 }));
  assert.equal(turnOf(after).mark, 'bounced');
});

test('what happened to a mail is told between the messages', () => {
  const told = ['conversation.linked', 'conversation.junked', 'conversation.cleared', 'participant.joined', 'participant.left', 'source.opened'];
  const drawn = lines(told.map((type, index) => event(index + 1, type, ANA)), { delivered: 0, read: 0 });
  assert.deepEqual(drawn.flatMap(({ kind, events }) => (kind === 'facts' ? events.map(({ type }) => type) : [])), told);
});

test('the page of a designed mail fetches nothing and says so, whatever its writer is called', () => {
  const page = pageOf('<p>Hello</p>', 'Tom "</title><script>');
  assert.match(page, /content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"/);
  assert.match(page, /<title>Tom &quot;&lt;\/title&gt;&lt;script&gt;<\/title>/);
  assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<p>Hello'));
});

test('a frame is as high as its mail may be, within bounds', () => {
  const short = heightFor({ letters: 10, blocks: 1, pictures: 0 });
  assert.ok(short < heightFor({ letters: 900, blocks: 4, pictures: 0 }));
  assert.equal(heightFor({ letters: 1e6, blocks: 0, pictures: 0 }), heightFor({ letters: 0, blocks: 0, pictures: 99 }));
});

test('addresses are read from a field, with and without names, each once', () => {
  assert.deepEqual(people('Tom <tom@x.example>, kata@x.example; "Weller, Kata" <KATA@x.example>,,'), [
    { address: 'tom@x.example', name: 'Tom' }, { address: 'kata@x.example', name: '' },
  ]);
  assert.deepEqual(people('"Weller, Tom" <tom@x.example>'), [{ address: 'tom@x.example', name: 'Weller, Tom' }]);
  assert.deepEqual(people('  '), []);
  for (const all of [[{ address: 'a@x.example', name: 'Weller, Tom' }], [{ address: 'a@x.example', name: '' }, { address: 'b@x.example', name: 'Béla' }]]) {
    assert.deepEqual(people(written(all)), all);
  }
});

const hasRecipients = (channel) => channel === 'email';

test('the desk takes the address in which the conversation began, and those who take part', () => {
  const opened = event(1, 'conversation.opened', TOM, { data: { identity_id: 2 } });
  const taking = [{ customer: 9, address: 'kata@weller.example', name: 'Kata' }, { customer: 7, address: 'TOM@weller.example', name: '' }];
  assert.deepEqual(usual(customer, taking, [opened], hasRecipients), { to: 'Tom Weller <tom@weller.example>', cc: 'Kata <kata@weller.example>', bcc: '' });
  assert.equal(usual(customer, [], [mail(4, { data: { identity_id: 2 } })], hasRecipients).to, 'Tom Weller <tom@weller.example>');
  assert.equal(usual(customer, [], [], hasRecipients).to, 'Tom Weller <old@weller.example>');
  assert.equal(usual({ ...customer, identities: [] }, [], [], hasRecipients).to, 'Tom Weller <tom@other.example>');
  assert.equal(usual(null, [], [], hasRecipients).to, '');
});

test('only what was changed is told to the desk; nobody in copy is said, not left out', () => {
  const before = usual(customer, [{ customer: 9, address: 'kata@weller.example', name: '' }], [], hasRecipients);
  assert.deepEqual(changed(before, before), {});
  assert.deepEqual(changed({ ...before, cc: ' kata@weller.example ,' }, before), {});
  assert.deepEqual(changed({ ...before, cc: '' }, before), { cc: [] });
  assert.deepEqual(changed({ ...before, bcc: 'a@x.example' }, before), { bcc: [{ address: 'a@x.example', name: '' }] });
});

test('what is no address, and more or less than one to write to, is told before it leaves', () => {
  const fine = { to: 'tom@weller.example', cc: '', bcc: '' };
  assert.equal(troubleOf(fine), null);
  assert.equal(troubleOf({ ...fine, cc: 'béla@példa.example, a+b@x.co.example' }), null);
  for (const wrong of ['tom', 'tom@', '@x.example', 'tom@x', 'a b@x.example', 'a@x..example', 'Tom <tom>', 'a@x.example b@x.example']) {
    assert.equal(troubleOf({ ...fine, bcc: wrong })?.code, 'wrong', wrong);
  }
  assert.equal(troubleOf({ ...fine, to: '' })?.code, 'one');
  assert.equal(troubleOf({ ...fine, to: 'a@x.example, b@x.example' }), null);
  assert.equal(troubleOf({ ...fine, cc: Array.from({ length: 51 }, (_, index) => `a${index}@x.example`).join() })?.code, 'too-many');
});

test('junk lies in its own folder and in no other list', () => {
  const junk = { id: 1, inbox: 1, status: 'closed', assignee: 3, labels: [], junk: true };
  assert.ok(belongs(JUNK, junk, 3));
  assert.ok(!belongs({ ...JUNK, inbox: 2 }, junk, 3));
  assert.ok(!belongs(JUNK, { ...junk, junk: false }, 3));
  assert.ok(!belongs({ ...MINE, status: 'closed' }, junk, 3));
  assert.ok(!belongs(HELD, { ...junk, junk: false }, 3));
});

test('folders have addresses, and what is opened from what is held is opened elsewhere', () => {
  for (const [view, open] of [[JUNK, 4], [{ ...JUNK, inbox: 2 }, null], [HELD, null]]) {
    const [path, query = ''] = pathOf(view, open).split('?');
    assert.deepEqual(whereOf(path, query && '?' + query), { view, open });
  }
  assert.equal(pathOf(HELD, 4), '/all/open/4');
  assert.equal(questionOf({ ...JUNK, inbox: 2 }), '/conversations?junk=true&inbox=2');
  assert.equal(questionOf(HELD), '');
});

test('neither junk nor a machine rings', () => {
  const eyes = { me: 3, messages: 'all', present: false, open: null };
  const known = (more) => new Map([[42, { id: 42, assignee: null, ...more }]]);
  assert.equal(worthTelling([mail(1)], known(), eyes).length, 1);
  assert.equal(worthTelling([mail(1)], known({ junk: true }), eyes).length, 0);
  assert.equal(worthTelling([mail(1, { data: { kind: 'receipt' } })], known(), eyes).length, 0);
});

test('what is understood at last is held no more, and what is not counts its tries', async () => {
  const answers = [{ understood: false }, { understood: true }, null];
  const asked = [];
  const holding = new Holding({
    get: async () => ({ items: [{ id: 1, attempts: 0 }, { id: 2, attempts: 0 }] }),
    api: { post: async (path) => (asked.push(path), answers.shift()) },
  });
  await holding.load();
  assert.equal(await holding.retry(1), false);
  assert.deepEqual(holding.items.value.map(({ attempts }) => attempts), [1, 0]);
  assert.equal(await holding.retry(1), true);
  await holding.putAway(2);
  assert.deepEqual(holding.items.value, []);
  assert.deepEqual(asked, ['/quarantine/1/retry', '/quarantine/1/retry', '/quarantine/2/put-away']);
  assert.equal(holding.busy.value.size, 0);
});

test('a reply that waits says why, and when it is tried again', () => {
  const delayed = event(3, 'message.delayed', { kind: 'desk', id: 0 }, { data: { reply_seq: 2, code: 'greylisted', until: NOON + 9_000 }, fields: { said: '451 Later' } });
  const [waits] = turns([reply(2), delayed]);
  assert.deepEqual([waits.mark, waits.trouble.code, waits.trouble.said, waits.until], ['queued', 'greylisted', '451 Later', NOON + 9_000]);
  const [left] = turns([reply(2), delayed, event(4, 'message.sent', ANA, { data: { reply_seq: 2 } })]);
  assert.deepEqual([left.mark, left.until], ['sent', 0]);
});
