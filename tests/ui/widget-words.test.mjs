import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answeredBy, presence } from '../../src/esmero/ui/widget/hours.js';
import { parts } from '../../src/esmero/ui/shared/links.js';
import { settingsIn, understand } from '../../src/esmero/ui/widget/shop.js';
import { refusal, sizeOf } from '../../src/esmero/ui/widget/uploads.js';

const at = (text) => Date.parse(text);
const inbox = (more) => ({ open: true, until: null, back: null, people: [{ id: 3, name: 'Ana' }], ...more });
const links = (text) => parts(text).filter(({ href }) => href).map(({ text, href }) => [text, href]);

test('somebody who is there and measured waits give a time of day', () => {
  const now = at('2026-03-09T09:37:30Z');
  assert.equal(answeredBy(inbox({ answers_within: 120_000 }), now), at('2026-03-09T09:40Z'));
  const [id, values] = presence(inbox({ answers_within: 120_000 }), now, 'es', 'Europe/Madrid');
  assert.deepEqual([id, values.time, values.hour], ['by', '10:40', 10]);
});

test('without measured waits nothing is promised', () => {
  assert.equal(presence(inbox(), at('2026-03-09T09:37Z'), 'es')[0], 'here');
  assert.equal(presence(inbox({ people: [] }), at('2026-03-09T09:37Z'), 'es')[0], 'open');
  assert.equal(presence(inbox({ people: [], answers_within: 60_000 }), at('2026-03-09T09:37Z'), 'es')[0], 'open');
});

test('nobody there within the hours says until when they last', () => {
  const [id, values] = presence(inbox({ people: [], until: at('2026-03-09T17:00Z') }), at('2026-03-09T09:37Z'), 'hu', 'Europe/Budapest');
  assert.deepEqual([id, values.time], ['until', '18:00']);
});

test('when people are back is told by the customer’s own calendar', () => {
  const back = at('2026-03-10T08:00Z');
  const closed = (now, zone) => presence(inbox({ open: false, back }), at(now), 'en', zone)[0];
  assert.equal(closed('2026-03-10T05:00Z', 'Europe/Budapest'), 'today');
  assert.equal(closed('2026-03-09T20:00Z', 'Europe/Budapest'), 'tomorrow');
  assert.equal(closed('2026-03-09T23:30Z', 'Europe/Budapest'), 'today', 'half past midnight there');
  assert.equal(closed('2026-03-09T23:30Z', 'America/New_York'), 'tomorrow', 'still the evening before');
  assert.equal(closed('2026-03-06T20:00Z', 'Europe/Budapest'), 'weekday');
  assert.equal(closed('2026-02-20T20:00Z', 'Europe/Budapest'), 'date');
  assert.equal(closed('2026-03-10T09:00Z', 'Europe/Budapest'), 'away', 'a time that has passed is not promised');
});

test('days are counted across a change of the clocks', () => {
  const [id, values] = presence(inbox({ open: false, back: at('2026-03-30T07:00Z') }), at('2026-03-28T20:00Z'), 'es', 'Europe/Madrid');
  assert.deepEqual([id, values.weekday, values.time], ['weekday', 'lunes', '9:00']);
});

test('addresses in a text become links, and the text stays whole', () => {
  const text = 'Mire https://shop.example/a_(b)?x=1. O www.shop.example, o escriba a help@shop.example!';
  assert.deepEqual(links(text), [
    ['https://shop.example/a_(b)?x=1', 'https://shop.example/a_(b)?x=1'],
    ['www.shop.example', 'https://www.shop.example/'],
    ['help@shop.example', 'mailto:help@shop.example'],
  ]);
  assert.equal(parts(text).map(({ text }) => text).join(''), text);
  assert.deepEqual(links('https://shop.example/a_(b)'), [['https://shop.example/a_(b)', 'https://shop.example/a_(b)']]);
  assert.deepEqual(links('(https://shop.example/a)'), [['https://shop.example/a', 'https://shop.example/a']]);
  assert.deepEqual(links('देखें https://shop.example/वापसी।').map(([shown]) => shown), ['https://shop.example/वापसी']);
});

test('what only looks like an address stays text', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'https://', 'a@b', 'https://bank.example@evil.example/', '3.5 kg.Vale']) {
    assert.deepEqual(links(text), [], text);
  }
});

test('a very long text is cut into parts quickly', () => {
  const started = performance.now();
  for (const text of ['a.'.repeat(5000), 'a@'.repeat(5000), 'www.' + ')'.repeat(9000), 'https://a.example/' + ')'.repeat(9000)]) parts(text);
  assert.ok(performance.now() - started < 250, `${performance.now() - started} ms`);
});

test('the page can ask for what it may, and for nothing else', () => {
  const jwt = 'eyJh.eyJz.c2ln';
  assert.deepEqual(understand({ esmero: 'open', extra: 1 }), { esmero: 'open' });
  assert.deepEqual(understand({ esmero: 'identify', identity: jwt }), { esmero: 'identify', identity: jwt });
  assert.deepEqual(understand({ esmero: 'page', url: 'https://shop.example/', title: 'x'.repeat(999) }).title.length, 300);
  for (const data of [
    null, 'open', 7, [], {}, { esmero: 'send', text: 'x' }, { esmero: 'constructor' }, { esmero: '__proto__' }, { esmero: {} },
    { esmero: 'identify', identity: { toString: () => jwt } }, { esmero: 'identify', identity: 'a.b' },
    { esmero: 'identify', identity: 'a.b.' + 'c'.repeat(5000) }, { esmero: 'language', language: '../../x' },
    { esmero: 'language', language: 'x'.repeat(99) }, { esmero: 'page', url: 'javascript:alert(1)', title: '' },
  ]) assert.equal(understand(data), null, JSON.stringify(data));
});

test('the launcher’s settings are read with suspicion', () => {
  assert.deepEqual(settingsIn('#origin=https%3A%2F%2Fshop.example&language=es-MX&theme=dark'),
    { origin: 'https://shop.example', language: 'es-MX', theme: 'dark' });
  assert.deepEqual(settingsIn('#origin=*&language=%2F%2Fx'), { origin: null, language: '', theme: '' });
  assert.deepEqual(settingsIn(''), { origin: null, language: '', theme: '' });
  assert.equal(settingsIn('#origin=null').origin, null);
});

test('a file that will be refused is refused before it leaves', () => {
  const limits = { text: 10_000, file: 1000, files: 2, types: ['image/*', 'application/pdf'] };
  const why = (file, already = 0, within = limits) => refusal({ type: 'image/png', size: 10, ...file }, within, already);
  assert.equal(why({}), '');
  assert.equal(why({ size: 0 }), 'empty');
  assert.equal(why({ size: 1001 }), 'large');
  assert.equal(why({ type: 'text/html' }), 'kind');
  assert.equal(why({ type: 'imagery/png' }), 'kind');
  assert.equal(why({ type: '' }), '', 'the desk looks at the bytes');
  assert.equal(why({}, 2), 'many');
  assert.equal(why({ size: 10 ** 9 }, 0, null), '', 'limits are not known yet');
});

test('sizes read as people write them', () => {
  assert.equal(sizeOf(48_213, 'en'), '48 kB');
  assert.equal(sizeOf(12, 'en'), '1 kB');
  assert.equal(sizeOf(2_440_000, 'es'), '2,4 MB');
  assert.equal(sizeOf(24_400_000, 'hu'), '24 MB');
});
