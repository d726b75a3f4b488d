import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dress } from '../../src/esmero/ui/shared/bidi.js';
import { address, language, learn, list, locale, number, says, t } from '../../src/esmero/ui/shared/i18n.js';
import { chosen, directionOf, localeFor, nameOf } from '../../src/esmero/ui/shared/languages.js';

test('a person gets the first language that they want and we speak', () => {
  assert.equal(chosen(['fr', 'es-MX', 'en']), 'es');
  assert.equal(chosen(['hu']), 'hu');
  assert.equal(chosen(['HI_in']), 'hi');
  assert.equal(chosen(['fr', null, undefined, '']), 'en');
  assert.equal(chosen([]), 'en');
  assert.equal(chosen(['constructor', '__proto__']), 'en');
});

test('languages from the right are known by their first subtag', () => {
  assert.deepEqual(['ar', 'he-IL', 'ur', 'FA'].map(directionOf), ['rtl', 'rtl', 'rtl', 'rtl']);
  assert.deepEqual(['en', 'hu', 'hi', 'es-419'].map(directionOf), ['ltr', 'ltr', 'ltr', 'ltr']);
});

test('dates and numbers follow the region of the person, never another language', () => {
  assert.equal(localeFor('en', ['hu', 'en-GB', 'en']), 'en-GB');
  assert.equal(localeFor('es', ['en-GB']), 'es');
  assert.equal(localeFor('en', ['en-not-a-tag-at-all']), 'en');
  learn('en', '', 'en-GB');
  assert.equal(number(1234.5), '1,234.5');
  assert.equal(locale.value, 'en-GB');
});

test('a language is named in the one that is spoken, and a strange tag is no error', () => {
  assert.equal(nameOf('es', 'hu'), 'spanyol');
  assert.equal(nameOf('no such tag', 'hu'), 'no such tag');
});

test('messages count, choose the form of address, and say their id where they are missing', () => {
  learn('es', 'waits = { $count ->\n  [one] Espera una persona\n *[other] Esperan { $count } personas\n }\n'
    + 'ask = { $address ->\n  [familiar] ¿Qué necesitas?\n *[formal] ¿Qué necesita?\n }\n');
  assert.equal(language.value, 'es');
  assert.equal(t('waits', { count: 1 }), 'Espera una persona');
  assert.equal(t('waits', { count: 12_345 }), 'Esperan 12.345 personas');
  assert.equal(t('ask'), '¿Qué necesita?');
  address.value = 'familiar';
  assert.equal(t('ask'), '¿Qué necesitas?');
  address.value = 'formal';
  assert.equal(t('nothing-here'), 'nothing-here');
  assert.ok(says('ask') && !says('nothing-here'));
});

test('a message that lacks a value is shown as well as it can be', () => {
  learn('en', 'hello = Hello { $name }');
  assert.equal(t('hello'), 'Hello {$name}');
});

test('a name from the other direction can not turn the sentence around', () => {
  learn('en', 'said = { $name } said { $text }');
  assert.equal(t('said', { name: 'Ana', text: 'yes' }), 'Ana said yes', 'nothing is added without need');
  assert.equal(t('said', { name: 'דנה', text: 'yes' }), '\u2068דנה\u2069 said yes');
  assert.equal(t('said', { name: 'x\u202egnp', text: 'yes' }), '\u2068xgnp\u2069 said yes');
  assert.equal(t('said', { name: 'a\u2069\u2069b', text: 'yes' }), '\u2068ab\u2069 said yes');
  assert.equal(dress({ name: 'Ana' }, 'ar').name, '\u2068Ana\u2069');
});

test('numbers and lists read as the language has them', () => {
  learn('hu', 'x = y');
  assert.equal(number(1234.5), '1234,5');
  assert.equal(number(12_345), '12\u00a0345');
  assert.equal(list(['Ana', 'Béla', 'Chandra']), 'Ana, Béla és Chandra');
});
