import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BLANK, attached, chosen, draftOf, entered, isEmpty, isOvertaken, resumed, returned, room, sentElsewhere, typed } from '../../src/esmero/ui/console/desk/composer/writing.js';
import { choices, chosenTime, fieldTime } from '../../src/esmero/ui/console/desk/talk/snoozes.js';

const LABEL = { id: 9, name: 'label.pdf', type: 'application/pdf', size: 48213, url: '' };

test('Enter sends what was written, with the newest message that was seen', () => {
  const { writing, said } = entered(typed(BLANK, 'Jó napot!', 7), 7);
  assert.deepEqual(said, { kind: 'reply', text: 'Jó napot!', files: [], seen: 7 });
  assert.deepEqual(writing, BLANK);
});

test('nothing but blanks is nothing', () => {
  assert.equal(entered(typed(BLANK, ' \n ', 7), 7).said, null);
});

test('a message that arrives while one writes is shown first, and Enter again sends', () => {
  const begun = typed(BLANK, 'Ma indítjuk', 7);
  assert.ok(isOvertaken(begun, 8));
  const first = entered(begun, 8);
  assert.equal(first.said, null);
  assert.ok(first.writing.heldBack);
  assert.equal(entered(first.writing, 8).said.seen, 8);
});

test('in a burst, what arrived between the two Enters is shown too', () => {
  const first = entered(typed(BLANK, 'Ma', 7), 8);
  const second = entered(first.writing, 9);
  assert.equal(second.said, null);
  assert.equal(entered(second.writing, 9).said.seen, 9);
});

test('what arrived before the first letter does not hold anything back', () => {
  const rewritten = typed(typed(typed(BLANK, 'x', 5), '', 6), 'y', 9);
  assert.ok(!isOvertaken(rewritten, 9));
});

test('a note waits for nobody and carries nothing seen', () => {
  const note = typed(chosen(typed(BLANK, 'reply', 3), 'note'), 'only for us', 3);
  const { said, writing } = entered(note, 8);
  assert.deepEqual(said, { kind: 'note', text: 'only for us', files: [], seen: null });
  assert.equal(writing.texts.reply, 'reply');
  assert.equal(writing.seen, 3);
});

test('reply and note are two texts, so that neither becomes the other by a click', () => {
  const both = typed(chosen(typed(BLANK, 'for her', 3), 'note'), 'for us', 3);
  assert.equal(chosen(both, 'reply').texts.reply, 'for her');
  assert.equal(entered(chosen(both, 'reply'), 3).said.text, 'for her');
});

test('a file alone can be sent, and begins a reply', () => {
  const withFile = attached(BLANK, [LABEL], 4);
  assert.ok(!isEmpty(withFile));
  assert.ok(isOvertaken(withFile, 5));
  assert.deepEqual(entered(withFile, 4).said.files, [LABEL]);
});

test('a refused reply comes back, and Enter again sends it', () => {
  const { writing, said } = entered(typed(BLANK, 'Ma', 7), 7);
  const back = returned(writing, said, 8);
  assert.equal(back.texts.reply, 'Ma');
  assert.equal(back.began, 7, 'what is new is what came after it was begun');
  assert.ok(back.heldBack);
  assert.equal(entered(back, 8).said.seen, 8);
});

test('it does not come back over something that is being written', () => {
  const { writing, said } = entered(typed(BLANK, 'Ma', 7), 7);
  assert.equal(returned(typed(writing, 'And another', 7), said, 8), null);
  assert.ok(returned(typed(chosen(writing, 'note'), 'a note', 7), said, 8));
});

test('the desk keeps the reply and the note, and both come back, the one that was written last in hand', () => {
  assert.equal(draftOf(BLANK, 'reply'), '');
  const both = typed(chosen(typed(BLANK, 'for her', 3), 'note'), 'for us', 3);
  assert.deepEqual(['reply', 'note'].map((kind) => draftOf(both, kind)), ['for her', 'for us']);
  assert.deepEqual(['reply', 'note'].map((kind) => draftOf(entered(both, 3).writing, kind)), ['for her', '']);
  assert.equal(draftOf(typed(BLANK, '  ', 3), 'reply'), '');
  const kept = [{ kind: 'reply', text: 'for her', updated_at: 2000 }, { kind: 'note', text: 'for us', updated_at: 4000 }];
  const back = resumed(kept, [{ seq: 4, at: 1000 }, { seq: 6, at: 3000 }]);
  assert.deepEqual([back.kind, back.texts, back.seen], ['note', { reply: 'for her', note: 'for us' }, 4]);
});

test('a draft that was kept before the customer wrote again counts as overtaken', () => {
  const received = [{ seq: 4, at: 1000 }, { seq: 6, at: 3000 }];
  const draft = { kind: 'reply', text: 'Ma', updated_at: 2000 };
  assert.ok(isOvertaken(resumed([draft], received), 6));
  assert.ok(!isOvertaken(resumed([{ ...draft, updated_at: 4000 }], received), 6));
  assert.equal(resumed([], received), BLANK);
  assert.equal(resumed([{ ...draft, kind: 'note' }], received).seen, null);
});

test('each channel takes replies of its own length, and a note may be longer', () => {
  const limits = { text: 50, replies: { chat: 10 }, file: 1, files: 1 };
  const ten = typed(BLANK, '🙂'.repeat(10), 0);
  assert.equal(room(ten, limits, 'chat'), 0, 'characters are counted as people see them');
  assert.equal(room(typed(BLANK, 'x'.repeat(12), 0), limits, 'chat'), -2);
  assert.equal(room(typed(chosen(BLANK, 'note'), 'x'.repeat(12), 0), limits, 'chat'), 38);
  assert.equal(room(typed(BLANK, 'x'.repeat(12), 0), limits, 'email'), 38);
});

test('snoozing offers times that make sense now', () => {
  const keys = (...when) => choices(new Date(...when).getTime()).map(({ key }) => key);
  assert.deepEqual(keys(2026, 2, 10, 10, 20), ['hour', 'later', 'evening', 'tomorrow', 'monday']);
  assert.deepEqual(keys(2026, 2, 10, 20, 0), ['hour', 'tomorrow', 'monday']);
  assert.deepEqual(keys(2026, 2, 8, 20, 0), ['hour', 'tomorrow'], 'on Sunday, tomorrow is Monday');
});

test('every time that is offered lies ahead, in order of sense', () => {
  for (let hour = 0; hour < 24 * 8; hour++) {
    const now = new Date(2026, 2, 5, hour, 37).getTime();
    for (const { at } of choices(now)) assert.ok(at > now);
    const tomorrow = choices(now).find(({ key }) => key === 'tomorrow');
    assert.equal(new Date(tomorrow.at).getHours(), 9);
  }
});

test('a time is given in the agent’s own zone and has to come', () => {
  const at = new Date(2026, 2, 10, 9, 5).getTime();
  assert.equal(fieldTime(at), '2026-03-10T09:05');
  assert.equal(chosenTime('2026-03-10T09:05', at - 1), at);
  assert.equal(chosenTime('2026-03-10T09:05', at), null);
  assert.equal(chosenTime('', at), null);
});

test('what was sent from another tab waits here no more, what differs stays', () => {
  const writing = typed(BLANK, 'It leaves today', 3);
  const sent = { type: 'reply.queued', by: { kind: 'agent', id: 7 }, text: 'It leaves today' };
  assert.equal(sentElsewhere(writing, sent, 7).texts.reply, '');
  assert.equal(sentElsewhere(writing, sent, 7).began, null);
  const others = [{ ...sent, by: { kind: 'agent', id: 8 } }, { ...sent, by: { kind: 'customer', id: 7 } }, { ...sent, text: 'It leaves' }, { ...sent, type: 'note.added' }, { ...sent, type: 'message.received' }];
  for (const other of others) assert.equal(sentElsewhere(writing, other, 7), null);
  assert.equal(sentElsewhere({ ...writing, files: { ...writing.files, reply: [{ id: 1 }] } }, sent, 7), null);
  const both = typed(chosen(writing, 'note'), 'Ask Béla', 3);
  const left = sentElsewhere(both, sent, 7);
  assert.deepEqual([left.kind, left.texts], ['note', { reply: '', note: 'Ask Béla' }]);
});
