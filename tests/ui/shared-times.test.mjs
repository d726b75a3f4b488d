import assert from 'node:assert/strict';
import { test } from 'node:test';

process.env.TZ = 'Europe/Budapest';
const { learn } = await import('../../src/esmero/ui/shared/i18n.js');
const { ago, clock, day, dayName, daysBetween, lasting, short } = await import('../../src/esmero/ui/shared/times.js');

const at = (text) => Date.parse(text);
const NOW = at('2026-03-09T09:37:00Z'); // a Monday, 10:37 in Budapest

test('a time of day is the viewer’s own', () => {
  learn('hu', '');
  assert.equal(clock(NOW), '10:37');
  learn('es', '');
  assert.equal(clock(NOW), '10:37');
});

test('the shortest that leaves no doubt', () => {
  learn('es', '');
  assert.equal(short(at('2026-03-09T07:02Z'), NOW), '8:02');
  assert.equal(short(at('2026-03-08T21:00Z'), NOW), 'dom');
  assert.equal(short(at('2026-02-20T09:00Z'), NOW), '20 feb');
  assert.equal(short(at('2024-02-20T09:00Z'), NOW), '20 feb 2024');
});

test('midnight is the viewer’s midnight', () => {
  assert.equal(dayName(at('2026-03-08T23:30Z'), NOW), 'today', 'half past midnight in Budapest');
  assert.equal(dayName(at('2026-03-08T22:30Z'), NOW), 'yesterday');
  assert.equal(dayName(at('2026-03-09T23:30Z'), NOW), 'tomorrow');
  assert.equal(dayName(at('2026-03-11T12:00Z'), NOW), 'other');
});

test('days are counted across the changes of the clocks', () => {
  assert.equal(daysBetween(at('2026-03-30T12:00Z'), at('2026-03-28T12:00Z')), 2);
  assert.equal(daysBetween(at('2026-10-26T12:00Z'), at('2026-10-24T12:00Z')), 2);
});

test('how long ago, from now back to other years', () => {
  learn('en', '');
  assert.equal(ago(NOW - 20_000, NOW), '0 min');
  assert.equal(ago(NOW - 18 * 60_000, NOW), '18 min');
  assert.equal(ago(NOW - 3 * 3_600_000, NOW), '3 hr');
  assert.equal(ago(NOW + 60_000, NOW), '0 min', 'a clock that is ahead promises nothing');
  assert.equal(ago(at('2026-03-07T09:00Z'), NOW), 'Sat');
});

test('a length of time is told in the unit that people would use', () => {
  learn('en', '');
  learn('hu', '');
  assert.equal(lasting(12 * 60_000), '12 perc');
  learn('en', '');
  assert.deepEqual([41_000, 12 * 60_000, 7_200_000, 3 * 86_400_000].map(lasting), ['41 sec', '12 min', '2 hr', '3 days']);
});

test('another year is named', () => {
  learn('en', '');
  assert.equal(day(at('2026-03-02T12:00Z'), NOW), 'Monday, March 2');
  assert.equal(day(at('2025-03-03T12:00Z'), NOW), 'Monday, March 3, 2025');
});
