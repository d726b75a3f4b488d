import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import * as own from '../../src/esmero/ui/widget/fluent.js';
import * as full from '../../src/esmero/ui/vendor/fluent-bundle.js';

const ui = new URL('../../src/esmero/ui/', import.meta.url);
const read = (path) => readFileSync(new URL(path, ui), 'utf8');
const LANGUAGES = ['en', 'es', 'hi', 'hu'];

/** Every message id that the widget's own modules can ask for. */
const asked = new Set(
  LANGUAGES.flatMap((code) => [...read(`locales/${code}.ftl`).matchAll(/^((?:widget|talk)-[\w-]+) *=/gm)].map(([, id]) => id)),
);

function bundle({ FluentBundle, FluentResource }, code) {
  const made = new FluentBundle(code, { useIsolating: false });
  made.addResource(new FluentResource(read(`locales/${code}.ftl`)));
  return made;
}

const say = (made, id, values) => made.formatPattern(made.getMessage(id).value, values, []);

const VALUES = ['formal', 'familiar'].flatMap((address) =>
  [0, 1, 2, 5, 21, 1234].map((number) => ({
    address, count: number, limit: number, over: number, hour: number, time: '10:40', weekday: 'lunes', date: '9 de marzo',
    name: 'आशा {$x} "वर्मा" }', text: 'a\n  [b] *[c] { d', list: 'English', percent: '40 %', reason: '', to: 'x@y.example',
  })),
);

for (const code of LANGUAGES) {
  test(`each message in ${code} reads as Fluent reads it`, () => {
    const [ours, theirs] = [bundle(own, code), bundle(full, code)];
    for (const id of asked) {
      assert.ok(theirs.hasMessage(id), `${code} has no ${id}`);
      assert.ok(ours.hasMessage(id), `${id} was not found`);
      for (const values of VALUES) assert.equal(say(ours, id, values), say(theirs, id, values), `${code} ${id}`);
    }
  });

  test(`no message in ${code} is asked for with a value that nobody gives`, () => {
    const made = bundle(own, code);
    for (const id of asked) assert.doesNotMatch(say(made, id, { ...VALUES[0], name: 'Ana', text: 'x' }), /\{/, `${code} ${id}`);
  });
}

test('a number by itself is written as the language writes it', () => {
  const made = new own.FluentBundle('es');
  made.addResource(new own.FluentResource('a = { $n } x\nb =\n    two\n    lines\n'));
  assert.equal(say(made, 'a', { n: 12345.5 }), '12.345,5 x');
  assert.equal(say(made, 'a', {}), '{$n} x');
  assert.equal(say(made, 'b', {}), 'two\nlines');
  assert.equal(made.hasMessage('constructor'), false);
});

test('every id that the widget’s modules name exists', () => {
  const files = readdirSync(new URL('widget/', ui)).filter((name) => name.endsWith('.js'));
  const named = files.flatMap((name) => [...read('widget/' + name).matchAll(/'((?:widget|talk)-[a-z][\w-]*[a-z])'/g)].map(([, id]) => id));
  assert.ok(named.length > 40);
  for (const id of new Set(named)) assert.ok(asked.has(id), id);
});
