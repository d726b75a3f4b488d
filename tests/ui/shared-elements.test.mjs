import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { EMOJI } from '../../src/esmero/ui/shared/emoji-list.js';
import { walked } from '../../src/esmero/ui/shared/elements/emoji.js';
import { shown } from '../../src/esmero/ui/shared/elements/kbd.js';
import { step } from '../../src/esmero/ui/shared/elements/stepping.js';
import { newId } from '../../src/esmero/ui/shared/ids.js';
import { initials, tintOf } from '../../src/esmero/ui/shared/names.js';

test('ids have the form that the protocol asks for, and differ', () => {
  const ids = Array.from({ length: 2000 }, newId);
  assert.ok(ids.every((id) => /^[A-Za-z0-9_-]{16,64}$/.test(id)));
  assert.equal(new Set(ids).size, 2000);
});

test('ids that were made later sort behind those made earlier, as the database compares them', async () => {
  const ids = [];
  for (let made = 0; made < 5; made++) {
    ids.push(newId());
    const since = Date.now();
    while (Date.now() <= since);
  }
  assert.deepEqual(ids.toSorted(), ids);
});

test('a face shows the first letters of a name in any script', () => {
  const faces = {
    'Nagy Katalin': 'NK', Ana: 'A', 'Marta Ríos': 'MR', 'आशा वर्मा': 'आव', 'María de la Cruz': 'MC', '@traveller_tom': '@t', '王小明': '王',
    'Ömer Şahin': 'ÖŞ', 'e\u0301va': 'É', ' ': '', '': '', '🦊 Fox': 'F', '🦊': '', '(Anna) "Bea"': 'AB', 'x\u202ey z': 'XZ', '42 Nord': '4N',
  };
  for (const [name, face] of Object.entries(faces)) assert.equal(initials(name), face.normalize('NFC'), name);
});

test('who is known by a number alone is told apart by it', () => {
  const faces = { 'Visitor 95': '95', 'Visitante 1204': '04', 'आगंतुक 7': '7', '95. látogató': '95', '4. B': '4', '42 Nord': '4N' };
  for (const [name, face] of Object.entries(faces)) assert.equal(initials(name), face, name);
});

test('a vowel sign stays with its consonant', () => {
  assert.equal(initials('कीर्ति'), 'की');
});

test('a name keeps its tint, and names spread over all six', () => {
  assert.equal(tintOf('Nagy Katalin'), tintOf('NAGY KATALIN'));
  assert.equal(tintOf('Éva'), tintOf('E\u0301va'));
  const spread = Array.from({ length: 600 }, (_, place) => tintOf(`Person ${place}`));
  for (const tint of [1, 2, 3, 4, 5, 6]) {
    const share = spread.filter((one) => one == tint).length;
    assert.ok(share > 60 && share < 150, `${tint}: ${share}`);
  }
});

test('arrow keys walk around a list, and letters jump', () => {
  const names = ['Refund', 'Delivery', 'Returns', ' Édition'];
  const key = (name, at, more = {}) => step({ key: name, ...more }, at, names);
  assert.deepEqual([key('ArrowDown', -1), key('ArrowDown', 3), key('ArrowUp', -1), key('ArrowUp', 0), key('ArrowUp', 2)], [0, 0, 3, 3, 1]);
  assert.deepEqual([key('Home', 2), key('End', 0)], [0, 3]);
  assert.deepEqual([key('r', 0), key('R', 2), key('é', 0), key('x', 0)], [2, 0, 3, null]);
  assert.equal(key('r', 0, { ctrlKey: true }), null, 'shortcuts are not letters');
  assert.equal(key(' ', 0), null);
  assert.equal(key('Tab', 0), null);
  assert.equal(step({ key: 'ArrowDown' }, -1, []), null);
});

test('keys are shown as they stand on the keyboard', () => {
  assert.equal(shown('Mod K', false), 'Ctrl K');
  assert.equal(shown('Mod Enter', true), '⌘ ↵');
});

test('arrow keys walk the grid of emoji and stay inside it', () => {
  const go = (key, at, right = false) => walked(key, at, 20, 8, right);
  assert.deepEqual([go('ArrowRight', 0), go('ArrowLeft', 0), go('ArrowDown', 3), go('ArrowUp', 3), go('ArrowDown', 15)], [1, 0, 11, 3, 15]);
  assert.deepEqual([go('Home', 9), go('End', 9), go('Enter', 9)], [0, 19, null]);
  assert.deepEqual([go('ArrowRight', 5, true), go('ArrowLeft', 5, true)], [4, 6], 'from the right, the next one is on the left');
});

test('no emoji is offered twice', () => {
  assert.equal(new Set(EMOJI).size, EMOJI.length);
});

test('nothing is switched off by the word "false": as a property of the page that word is true, and passwords were spell-checked', () => {
  const ui = new URL('../../src/esmero/ui/', import.meta.url);
  const files = readdirSync(ui, { recursive: true }).filter((name) => name.endsWith('.js') && !name.startsWith('vendor'));
  assert.ok(files.length > 50);
  const wrong = /\b(?:spellcheck|draggable|autofocus|disabled|hidden|inert|required|readonly|checked|open)="false"/;
  assert.deepEqual(files.filter((name) => wrong.test(readFileSync(new URL(name, ui), 'utf8'))), []);
});
