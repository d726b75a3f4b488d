import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';

import { FluentBundle, FluentResource } from '@fluent/bundle';

const ui = new URL('../../src/esmero/ui/', import.meta.url);
const codes = ['en', 'es', 'hi', 'hu'];
const written = Object.fromEntries(codes.map((code) => [code, readFileSync(new URL(`locales/${code}.ftl`, ui), 'utf8')]));
const ids = (code) => [...written[code].matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id);
const bundles = Object.fromEntries(codes.map((code) => {
  const bundle = new FluentBundle(code, { useIsolating: false });
  bundle.addResource(new FluentResource(written[code]));
  return [code, bundle];
}));

/** The values that a message names, in whatever branch. */
function valuesOf(code, id) {
  const found = new Set();
  JSON.stringify(bundles[code].getMessage(id)?.value ?? null, (_, part) => {
    if (part?.type == 'var') found.add(part.name);
    return part;
  });
  return found;
}

/** A message as it is written. */
const source = (code, id) => written[code].match(new RegExp(`^${id} *=.*(\\n(?: .*|(?=\\n)))*`, 'm'))[0];

for (const code of codes) {
  test(`${code}: every message is understood, and none is there twice`, () => {
    const all = ids(code);
    assert.deepEqual(all.filter((id, place) => all.indexOf(id) != place), []);
    assert.deepEqual(all.filter((id) => !bundles[code].getMessage(id)?.value), []);
  });

  test(`${code}: the same messages as in English, with no other values`, () => {
    assert.deepEqual(ids('en').filter((id) => !bundles[code].hasMessage(id)), [], 'missing');
    assert.deepEqual(ids(code).filter((id) => !bundles.en.hasMessage(id)), [], 'left over');
    // How people are addressed, and the gender of an hour, are matters of each language.
    const strange = ids(code).flatMap((id) => {
      const known = valuesOf('en', id);
      return [...valuesOf(code, id)].filter((name) => !known.has(name) && !['address', 'hour'].includes(name)).map((name) => `${id} $${name}`);
    });
    assert.deepEqual(strange, []);
  });

  test(`${code}: none is not one`, () => {
    const said = (id, count) => {
      const values = Object.fromEntries([...valuesOf(code, id)].map((name) => [name, name == 'address' ? 'formal' : count]));
      return bundles[code].formatPattern(bundles[code].getMessage(id).value, values, []);
    };
    // CLDR: in Hindi, `one` stands for 0 too.
    const plural = ids(code).filter((id) => /\[(one|1)\]/.test(source(code, id)) && !valuesOf(code, id).has('hour'));
    assert.ok(plural.length > 4);
    assert.deepEqual(plural.filter((id) => said(id, 0) == said(id, 1)), []);
  });

  test(`${code}: nobody shouts`, () => {
    const words = written[code].split('\n').filter((line) => !line.startsWith('#'));
    assert.deepEqual(words.filter((line) => /[!¡]/.test(line)), []);
  });
}

test('es: the firm speaks as it does in Spain and in America, and to one customer in one way', () => {
  const ours = written.es.replace(/^#.*$/gm, '').match(/^[a-z-]+ *=.*(\n(?: .*|(?=\n)))*/gm);
  const plural = /(?<!\p{L})(?:vosotr[oa]s|os|vuestr[oa]s?)(?!\p{L})|[aei]d(?:me|nos|lo|la|los|las|le|les)(?!\p{L})|[áéí]is(?!\p{L})/iu;
  // Only the words: a message's name is English (`no-idle`).
  assert.deepEqual(ours.filter((entry) => plural.test(entry.replace(/^[a-z-]+ *=/, ''))), []);
  const [familiar, formal] = [/(?<![\p{L}])(usted|su|le)(?![\p{L}])/iu, /(?<![\p{L}])(tú|tu|tus|te)(?![\p{L}])/iu];
  const widget = ours.filter((entry) => /^(widget|talk)-/.test(entry));
  const branch = (entry, name) => entry.match(new RegExp(`\\[${name}\\] (.*)`))?.[1] ?? '';
  assert.deepEqual(widget.filter((entry) => familiar.test(branch(entry, 'familiar')) || formal.test(branch(entry, 'formal'))), []);
  const everybody = widget.filter((entry) => !entry.includes('$address') && !entry.startsWith('widget-open'));
  assert.deepEqual(everybody.filter((entry) => familiar.test(entry) || formal.test(entry)), []);
});

test('every message that the pages ask for by its whole name is there', () => {
  const asked = new Set(sources(ui).flatMap((path) => {
    return [...readFileSync(path, 'utf8').matchAll(/['"`]((?:shared|console|widget|page)-[a-z0-9-]*[a-z0-9])['"`]/g)].map(([, id]) => id);
  }));
  assert.ok(asked.size > 100);
  assert.deepEqual([...asked].filter((id) => !bundles.en.hasMessage(id) && !/-(panel|frame)$/.test(id)), []);
});

function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = new URL(name, folder);
    if (statSync(path).isDirectory()) return name == 'vendor' ? [] : sources(new URL(name + '/', folder));
    return name.endsWith('.js') ? [path] : [];
  });
}
