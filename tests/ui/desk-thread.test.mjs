import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lines, unchanged, unheard } from '../../src/esmero/ui/console/desk/talk/lines.js';
import { END, around, beyond, earlier, held, later, within } from '../../src/esmero/ui/console/desk/talk/stretch.js';
import { begun, customerSeq, filled, followed, newestSeq, remembered, writtenSince } from '../../src/esmero/ui/console/desk/talk/thread.js';

const MORNING = new Date(2026, 2, 9, 10, 30).getTime();
const MINUTE = 60_000;
const KATALIN = { kind: 'customer', id: 7 };
const ANA = { kind: 'agent', id: 3 };
const BELA = { kind: 'agent', id: 4 };

const event = (seq, type, by, more = {}) => ({
  id: 800 + seq, stream: 'conversation', of: 42, seq, type, at: MORNING + seq * 1000, inbox: 1, by, public: true, data: {}, ...more,
});
const hers = (seq, text, more) => event(seq, 'message.received', KATALIN, { text, files: [], ...more });
const ours = (seq, text, more) => event(seq, 'message.sent', ANA, { text, files: [], data: { client_id: 'reply-' + seq }, ...more });
const opened = event(1, 'conversation.opened', KATALIN);
const thread = begun({ conversation: { id: 42 }, events: [opened, hers(2, 'Jó napot!'), ours(3, 'Üdvözlöm!')], more: false });
const seqs = ({ events }) => events.map(({ seq }) => seq);
const none = { delivered: 0, read: 0 };
const turns = (events, marks = none, pending, divider) => lines(events, marks, pending, divider).filter(({ kind }) => kind === 'turn');

test('events that follow are added, and the same ones again change nothing', () => {
  const next = followed(thread, [hers(4, 'Ott van?')]);
  assert.deepEqual(seqs(next), [1, 2, 3, 4]);
  assert.equal(followed(next, [hers(4, 'Ott van?'), ours(3, 'Üdvözlöm!')]), next);
});

test('events of other conversations and of customers are not ours', () => {
  assert.equal(followed(thread, [hers(4, 'Hola', { of: 43 }), hers(4, '', { stream: 'customer' })]), thread);
});

test('an event that leaves a gap waits until what lies between was asked for', () => {
  const torn = followed(thread, [hers(6, 'six')]);
  assert.deepEqual(seqs(torn), [1, 2, 3]);
  assert.equal(torn.gap, true);
  const whole = filled(torn, [ours(4, 'four'), hers(5, 'five'), hers(6, 'six')], 6);
  assert.deepEqual(seqs(whole), [1, 2, 3, 4, 5, 6]);
  assert.equal(whole.gap, false);
});

test('a gap longer than one answer stays a gap until its end', () => {
  const torn = followed(thread, [hers(300, 'late')]);
  const first = filled(torn, [hers(4, 'four'), hers(5, 'five')], 300);
  assert.equal(first.gap, true);
  assert.equal(newestSeq(first), 5);
});

test('an empty answer ends the asking', () => {
  assert.equal(filled(followed(thread, [hers(9, 'x')]), [], 9).gap, false);
});

test('events that arrive out of order are put in order', () => {
  assert.deepEqual(seqs(followed(thread, [hers(5, 'b'), hers(4, 'a')])), [1, 2, 3, 4, 5]);
});

test('older events come before, and the first one ends the asking', () => {
  const tail = begun({ conversation: { id: 42 }, events: [hers(3, 'c'), hers(4, 'd')], more: true });
  const all = remembered(tail, [opened, hers(2, 'b'), hers(3, 'c')]);
  assert.deepEqual(seqs(all), [1, 2, 3, 4]);
  assert.equal(all.more, false);
  assert.equal(remembered({ ...tail, more: true }, []).more, false);
});

test('the newest of the customer is known, and what they wrote since', () => {
  const next = followed(thread, [hers(4, 'a'), hers(5, 'b')]);
  assert.equal(customerSeq(next), 5);
  assert.deepEqual(writtenSince(next, 2).map(({ seq }) => seq), [4, 5]);
});

test('words of one person within five minutes stand together under one name', () => {
  const drawn = turns([hers(2, 'a'), hers(3, 'b'), hers(4, 'c', { at: MORNING + 20 * MINUTE })]);
  assert.deepEqual(drawn.map(({ first, last }) => [first, last]), [[true, false], [false, true], [true, true]]);
});

test('a note never stands together with a reply of the same person', () => {
  const drawn = turns([ours(2, 'reply'), event(3, 'note.added', ANA, { text: 'note', files: [] })]);
  assert.deepEqual(drawn.map(({ side, first }) => [side, first]), [['us', true], ['note', true]]);
});

test('each day begins with its name, also for a quiet line', () => {
  const drawn = lines([hers(2, 'a'), event(3, 'conversation.closed', ANA, { at: MORNING + 24 * 60 * MINUTE })], none);
  assert.deepEqual(drawn.map(({ kind }) => kind), ['day', 'turn', 'day', 'facts']);
});

test('what happens in a row stands in one quiet line; marks of reading in none', () => {
  const drawn = lines([
    opened, hers(2, 'a'), event(3, 'conversation.assigned', ANA, { data: { agent_id: 3 } }), event(4, 'message.read', ANA, { data: { upto: 2 } }),
    event(5, 'conversation.labelled', BELA),
  ], none);
  assert.deepEqual(drawn.map(({ kind }) => kind), ['day', 'facts', 'turn', 'facts']);
  assert.deepEqual(drawn[3].events.map(({ seq }) => seq), [3, 5]);
});

test('what happened much later stands in a line of its own', () => {
  const drawn = lines([event(2, 'conversation.closed', ANA), event(3, 'conversation.reopened', ANA, { at: MORNING + 20 * MINUTE })], none);
  assert.deepEqual(drawn.map(({ kind }) => kind), ['day', 'facts', 'facts']);
});

test('a line says how far our words have come', () => {
  const said = [ours(3, 'a'), ours(4, 'b'), ours(5, 'c')];
  assert.deepEqual(turns(said, { delivered: 4, read: 3 }).map(({ mark }) => mark), ['read', 'delivered', 'sent']);
});

test('a queued reply is shown once, with what became of it', () => {
  const queued = event(3, 'reply.queued', ANA, { text: 'Ma elküldjük.', files: [], public: false });
  assert.equal(turns([queued])[0].mark, 'queued');
  const left = event(4, 'message.sent', { kind: 'desk', id: 0 }, { data: { reply_seq: 3 } });
  assert.deepEqual(turns([queued, left]).map(({ mark, text }) => [mark, text]), [['sent', 'Ma elküldjük.']]);
  assert.equal(turns([queued, left], { delivered: 4, read: 4 })[0].mark, 'read');
  const failed = event(4, 'message.failed', { kind: 'desk', id: 0 }, { data: { reply_seq: 3, code: 'no-such-address', permanent: true }, fields: { said: 'No such mailbox' } });
  assert.deepEqual(turns([queued, failed]).map(({ mark, trouble }) => [mark, trouble.code, trouble.said]), [['failed', 'no-such-address', 'No such mailbox']]);
  assert.equal(turns([queued, event(4, 'reply.recalled', ANA, { data: { reply_seq: 3 } })])[0].mark, 'recalled');
});

test('erased words are gone, and the line says so by having none', () => {
  assert.equal(turns([event(2, 'message.received', KATALIN)])[0].text, null);
});

test('what was read before and what is new are divided once, before the first new message of the customer', () => {
  const drawn = lines([hers(2, 'a'), ours(3, 'b'), event(4, 'conversation.labelled', BELA), hers(5, 'c'), hers(6, 'd')], none, [], 2);
  assert.deepEqual(drawn.map(({ kind }) => kind), ['day', 'turn', 'turn', 'facts', 'new', 'turn', 'turn']);
});

test('what is on its way stands at the end until its event arrives', () => {
  const pending = [{ id: 'reply-3', kind: 'reply', text: 'b', files: [], at: MORNING, state: 'sending' }];
  assert.deepEqual(turns([hers(2, 'a')], none, pending).map(({ mark }) => mark), ['', 'sending']);
  assert.deepEqual(turns([hers(2, 'a'), ours(3, 'b')], none, pending).map(({ mark }) => mark), ['', 'sent']);
  assert.deepEqual(unheard(pending, [ours(3, 'b')]), []);
});

test('ten thousand messages are laid out in less than a blink', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => (index % 3 ? hers(index + 1, 'word') : ours(index + 1, 'word')));
  const took = Array.from({ length: 4 }, () => {
    const begin = performance.now();
    assert.equal(turns(many).length, 10_000);
    return performance.now() - begin;
  });
  assert.ok(Math.min(...took) < 400, 'the quickest, since others use this machine too');
});

const row = (from, count) => Array.from({ length: count }, (_, index) => ({ kind: 'turn', key: 'e' + (from + index), seq: 5000 + from + index }));
const ends = (drawn) => [drawn[0].key, drawn.at(-1).key, drawn.length];

test('a long conversation shows its end, and moves on with it', () => {
  assert.deepEqual(ends(within(row(0, 1000), END)), ['e900', 'e999', 100]);
  assert.deepEqual(ends(within(row(0, 1001), END)), ['e901', 'e1000', 100]);
  assert.deepEqual(beyond(row(0, 1000), END), { before: true, after: false });
  assert.deepEqual(beyond(row(0, 50), END), { before: false, after: false });
});

test('who reads above keeps what they read, though the conversation goes on', () => {
  const stretch = held(row(0, 1000), END);
  assert.deepEqual(ends(within(row(0, 1005), stretch)), ['e900', 'e1004', 105]);
  assert.deepEqual(ends(within(row(-100, 1100), stretch)), ['e900', 'e999', 100], 'earlier ones that come in stay above');
});

test('going up draws more and lets go of what is far below, and the other way', () => {
  const all = row(0, 1000);
  let stretch = held(all, END);
  for (let times = 0; times < 20; times++) stretch = earlier(all, stretch);
  assert.deepEqual(ends(within(all, stretch)), ['e0', 'e249', 250]);
  assert.deepEqual(beyond(all, stretch), { before: false, after: true });
  for (let times = 0; times < 20; times++) stretch = later(all, stretch);
  assert.deepEqual(ends(within(all, stretch)), ['e750', 'e999', 250]);
  assert.equal(stretch.to, null, 'at the end it goes on with the conversation');
});

test('what comes in above leaves what is drawn as it is, also on the same day and in the same quiet line', () => {
  const told = (seq) => event(seq, 'conversation.labelled', BELA);
  const [opening, newest] = [[hers(2, 'a'), told(3)], [told(4), hers(5, 'b'), hers(6, 'c')]];
  const [now, then] = [lines(newest, none), lines([...opening, ...newest], none)];
  const drawn = within(then, held(now, END));
  assert.deepEqual(drawn.map(({ kind }) => kind), ['facts', 'turn', 'turn']);
  assert.deepEqual(beyond(then, held(now, END)), { before: true, after: false });
  const days = Array.from({ length: 300 }, (_, index) => hers(index + 2, 'word'));
  let stretch = END;
  for (let times = 0; times < 3; times++) stretch = earlier(lines(days.slice(200 - times * 100), none), stretch);
  assert.ok(within(lines(days, none), stretch).length <= 250);
});

test('a line that is no longer there does not empty the screen', () => {
  assert.equal(within(row(0, 300), { from: 9000, to: 1 }).length, 100);
  assert.deepEqual(within([], END), []);
});

test('lines that did not change stay the same objects', () => {
  const before = lines([hers(2, 'a'), ours(3, 'b')], none);
  const now = unchanged(before, lines([hers(2, 'a'), ours(3, 'b')], { delivered: 3, read: 3 }));
  assert.equal(now[0], before[0]);
  assert.equal(now[1], before[1]);
  assert.notEqual(now[2], before[2], 'its mark is another');
});

test('what was found stands in the middle of what is drawn', () => {
  assert.deepEqual(ends(within(row(0, 1000), around(row(0, 1000), 'e500'))), ['e450', 'e549', 100]);
  assert.deepEqual(ends(within(row(0, 1000), around(row(0, 1000), 'e3'))), ['e0', 'e52', 53]);
});
