import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ownPath, pageOf } from '../../src/esmero/ui/console/routes.js';
import { cleaned, same, sitesOf, snippet } from '../../src/esmero/ui/console/settings/chat.js';
import { deviceOf } from '../../src/esmero/ui/console/settings/devices.js';
import { roomOf, roomsFor } from '../../src/esmero/ui/console/settings/rooms.js';
import { added, changed, dayNames, likeMonday, minutesOf, removed, timeOf, wrongWith, zones } from '../../src/esmero/ui/console/settings/week.js';
import { contrast } from '../../src/esmero/ui/widget/accent.js';
import { fieldsOf, wordsFor } from '../../src/esmero/ui/console/words.js';
import { learn } from '../../src/esmero/ui/shared/i18n.js';

const CLOSED = Array.from({ length: 7 }, () => []);

test('each path leads to a page, and what is unknown to the desk', () => {
  assert.equal(ownPath('/console'), '/');
  assert.equal(ownPath('/console/'), '/');
  assert.equal(ownPath('/console/mine/open/42/'), '/mine/open/42');
  assert.equal(ownPath('/consoles'), '/consoles');
  assert.deepEqual(['/', '/mine', '/settings/me', '/setup', '/join', '/reset', '/patterns', '/settingsx'].map(pageOf),
    ['desk', 'desk', 'settings', 'setup', 'join', 'reset', 'patterns', 'desk']);
});

test('an agent sees the rooms of an agent', () => {
  assert.deepEqual(roomsFor([]).map(({ name }) => name), ['me', 'notices', 'sessions']);
  assert.ok(roomsFor(['manage_labels']).some(({ name }) => name == 'labels'));
  assert.deepEqual(roomOf('/settings/inboxes/3'), { room: 'inboxes', item: '3' });
  assert.deepEqual(roomOf('/settings'), { room: null, item: '' });
  assert.deepEqual(roomOf('/settings/constructor'), { room: null, item: '' });
});

test('a day gets hours, more hours, and loses them', () => {
  const once = added(CLOSED, 0);
  assert.deepEqual(once[0], [[540, 1020]]);
  const twice = added(once, 0);
  assert.deepEqual(twice[0], [[540, 1020], [1080, 1260]]);
  assert.deepEqual(removed(twice, 0, 0)[0], [[1080, 1260]]);
  assert.deepEqual(CLOSED[0], [], 'nothing is changed under the form’s feet');
});

test('hours can be added until the day is full, and never end before they begin', () => {
  let days = CLOSED;
  for (let more = 0; more < 5; more += 1) days = added(days, 2);
  assert.equal(wrongWith([days[2].at(-1)]), '');
  assert.ok(days[2].every(([begins, ends]) => begins < ends && ends <= 1440));
});

test('midnight at the end of a day is its end', () => {
  const days = changed(added(CLOSED, 0), 0, 0, 1, '00:00');
  assert.deepEqual(days[0], [[540, 1440]]);
  assert.equal(timeOf(1440), '00:00');
  assert.equal(wrongWith(days[0]), '');
  assert.deepEqual(changed(days, 0, 0, 0, '00:00')[0], [[0, 1440]]);
});

test('half-typed times change nothing', () => {
  const days = added(CLOSED, 0);
  for (const time of ['', '9', '24:00', '12:60', 'ab:cd']) assert.deepEqual(changed(days, 0, 0, 0, time), days, time);
  assert.equal(minutesOf('09:30', 0), 570);
  assert.equal(timeOf(570), '09:30');
});

test('what the desk would refuse is found before', () => {
  assert.equal(wrongWith([]), '');
  assert.equal(wrongWith([[600, 540]]), 'order');
  assert.equal(wrongWith([[540, 540]]), 'order');
  assert.equal(wrongWith([[780, 1020], [540, 800]]), 'overlap');
  assert.equal(wrongWith([[780, 1020], [540, 780]]), '', 'one may begin when the other ends');
});

test('all working days like Monday leaves the weekend alone', () => {
  const days = likeMonday(added(added(CLOSED, 0), 5));
  assert.deepEqual(days.map((spans) => spans.length), [1, 1, 1, 1, 1, 1, 0]);
  days[1][0][0] = 0;
  assert.equal(days[0][0][0], 540, 'they are hours of their own');
});

test('the week begins with Monday in every language', () => {
  assert.deepEqual([dayNames('hu')[0], dayNames('es')[6]], ['hétfő', 'domingo']);
  assert.ok(zones('Asia/Calcutta').includes('Asia/Calcutta') && zones('UTC').includes('Europe/Budapest'));
});

test('sites are taken as people type them', () => {
  assert.deepEqual(sitesOf('shop.example, https://www.Shop.example/cart?x=1\n\nhttp://localhost:8080  https://*.shop.example'),
    ['https://shop.example', 'https://www.shop.example', 'http://localhost:8080', 'https://*.shop.example']);
  assert.deepEqual(sitesOf('shop.example https://shop.example/'), ['https://shop.example']);
  assert.deepEqual(sitesOf('  '), []);
});

test('the line for a shop’s pages holds what needs no desk: other ways in, and the colour', () => {
  const line = (settings) => snippet('https://desk.example', { key: 'chat_x', settings: { ways: [], accent: '', ...settings } });
  assert.equal(line(), '<script async src="https://desk.example/widget.js" data-inbox="chat_x"></script>');
  const ways = [
    { kind: 'email', address: '"help"&<more>@shop.example' }, { kind: 'phone', address: '+36 1 234 5678' }, { kind: 'phone', address: '+36 1 999' },
  ];
  assert.equal(line({ ways, accent: '#1c6b5d' }), '<script async src="https://desk.example/widget.js" data-inbox="chat_x" data-phone="+36 1 234 5678"'
    + ' data-mail="&#34;help&#34;&#38;&#60;more&#62;@shop.example" data-accent="#1c6b5d"></script>');
  const [, pale] = line({ accent: '#ffdd00' }).match(/data-accent="(#[0-9a-f]{6})"/);
  assert.ok(contrast(pale, '#ffffff') >= 4.5, pale);
});

test('a form is dirty only when it says something else', () => {
  const settings = { brand: 'Shop', hours: { days: [[[540, 1020]]], zone: 'UTC' }, accent: null };
  assert.ok(same(settings, { accent: null, hours: { zone: 'UTC', days: [[[540, 1020]]] }, brand: 'Shop' }));
  assert.ok(!same(settings, { ...settings, hours: { ...settings.hours, days: [[[540, 1021]]] } }));
  assert.ok(!same({ languages: ['en', 'es'] }, { languages: ['es', 'en'] }), 'the first language is another one');
});

test('what is half-filled is left out', () => {
  const values = {
    languages: ['en', 'es'], greeting: { en: ' ', es: '¿En qué ayudamos?', hu: 'Miben segíthetünk?' },
    ways: [{ kind: 'phone', address: ' ', cost: '' }, { kind: 'email', address: 'a@b.example', cost: '' }],
    hours: { always: false, days: CLOSED, zone: 'UTC', days_off: ['2026-12-25', '', '2026-12-24', '2026-12-25'] },
  };
  const sent = cleaned(values);
  assert.deepEqual(sent.greeting, { es: '¿En qué ayudamos?' });
  assert.equal(sent.ways.length, 1);
  assert.deepEqual(sent.hours.days_off, ['2026-12-24', '2026-12-25']);
});

test('browsers are named as people know them, whatever else they claim to be', () => {
  const of = (agent) => deviceOf(agent);
  assert.equal(of('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'), 'Chrome, Linux');
  assert.equal(of('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0'), 'Edge, Windows');
  assert.equal(of('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'), 'Safari, iPhone');
  assert.equal(of('Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0'), 'Firefox, Android');
  assert.equal(of('Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0'), 'Firefox, macOS');
  assert.equal(of('curl/8.5.0'), '');
});

test('problems are said in the page’s words, and the desk’s own where we have none', () => {
  learn('en', 'console-problem-too-many = Wait { $wait }\nconsole-problem-internal = Inside.\nconsole-problem-internal-named = Inside, { $reference }.\nconsole-field-too-short = This is too short.');
  assert.equal(wordsFor({ code: 'too_many', wait: 30_000 }), 'Wait 30 sec');
  assert.equal(wordsFor({ code: 'internal', more: { reference: 'ab12' } }), 'Inside, ab12.');
  assert.equal(wordsFor({ code: 'unheard_of', message: 'The desk’s own words.' }), 'The desk’s own words.');
  assert.equal(wordsFor(null), 'Inside.');
  assert.deepEqual(fieldsOf({ fields: { password: 'too short', sites: 'A site is written https://shop.example.' } }),
    { password: 'This is too short.', sites: 'A site is written https://shop.example.' });
  assert.deepEqual(fieldsOf(undefined), {});
});
