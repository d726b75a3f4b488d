import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { accented, contrast } from '../../src/esmero/ui/widget/accent.js';
import { attachments } from '../../src/esmero/ui/widget/attachments.js';
import { files as filesOf } from '../../src/esmero/ui/widget/files.js';
import { signal, whenChanged } from '../../src/esmero/ui/widget/signal.js';
import { themeOf } from '../../src/esmero/ui/widget/theme.js';
import { refusal } from '../../src/esmero/ui/widget/uploads.js';
import { viewing } from '../../src/esmero/ui/widget/view.js';

const LIMITS = { text: 100, file: 1000, files: 2 };
const picture = (name, more = {}) => ({ name, size: 10, type: 'image/png', ...more });
const settle = () => new Promise(setImmediate);

let all, refused, sends, files;

beforeEach(() => {
  all = signal([]);
  refused = signal(null);
  sends = [];
  const send = (file, address, who, progress, stop) =>
    new Promise((resolve, reject) => sends.push({ file, address, who, progress, stop, resolve, reject }));
  const part = attachments({ all, refused, limits: () => LIMITS, address: () => '/files', who: () => ({ token: 't' }), send });
  files = {
    ...part, all,
    take: () => all.value.map(({ shown }) => shown),
    settled: () => all.value.every(({ state }) => state == 'there'),
    failed: () => all.value.some(({ state }) => state == 'failed'),
  };
});

const states = () => all.value.map(({ name, state }) => `${name} ${state}`);

test('a file leaves at once, tells how far it is, and is there', async () => {
  files.add([picture('a.png')]);
  sends[0].progress(0.4);
  assert.equal(all.value[0].part, 0.4);
  sends[0].resolve({ id: 9 });
  await settle();
  assert.deepEqual(states(), ['a.png there']);
  assert.deepEqual(files.take(), [{ id: 9 }]);
});

test('a file that won’t be taken says why and leaves the others alone', () => {
  files.add([picture('huge.png', { size: 5000 }), picture('a.png')]);
  assert.deepEqual(refused.value, { why: 'large', name: 'huge.png' });
  assert.deepEqual(states(), ['a.png leaving']);
  files.add([picture('b.png'), picture('c.png')]);
  assert.deepEqual(refused.value, { why: 'many', name: 'c.png' });
});

test('a file of a kind that the desk does not take is refused before it leaves', () => {
  const limits = { ...LIMITS, types: ['image/*', 'application/pdf'], never: ['exe', 'js'] };
  const why = (name, type) => refusal({ name, type, size: 10 }, limits, 0);
  assert.deepEqual([why('a.png', 'image/png'), why('a.pdf', 'application/pdf'), why('a', '')], ['', '', '']);
  assert.deepEqual([why('a.mp4', 'video/mp4'), why('a.zip', 'application/zip')], ['kind', 'kind']);
  assert.deepEqual([why('A.EXE', ''), why('a.pdf.js', 'application/pdf')], ['kind', 'kind']);
  const all = { ...limits, types: [] };
  assert.equal(refusal({ name: 'a.mp4', type: 'video/mp4', size: 10 }, all, 0), '');
  assert.equal(refusal({ name: 'a.exe', type: 'application/x-msdownload', size: 10 }, all, 0), 'kind');
});

test('a lost connection keeps the file, to be tried again; the desk’s refusal does not', async () => {
  files.add([picture('a.png'), picture('b.exe')]);
  sends[0].reject({ title: '', retry: true });
  sends[1].reject({ title: 'Programs are not accepted.', retry: false });
  await settle();
  assert.deepEqual(states(), ['a.png failed']);
  assert.deepEqual(refused.value, { why: 'failed', name: 'b.exe', reason: 'Programs are not accepted.' });
  files.again();
  sends[2].resolve({ id: 1 });
  await settle();
  assert.deepEqual(states(), ['a.png there']);
});

test('a file that was taken back stops leaving, and says nothing', async () => {
  files.add([picture('a.png')]);
  files.remove(all.value[0].key);
  assert.equal(sends[0].stop.aborted, true);
  sends[0].reject({ title: 'Too late.', retry: false });
  await settle();
  assert.deepEqual([states(), refused.value], [[], null]);
});

test('a message that was sent while its files were leaving goes when they are there', async () => {
  const sent = [];
  const model = { talk: { value: { events: [], conversation: null, read: 0 } }, pending: () => [], limits: { value: LIMITS }, typing() {}, send: (...message) => sent.push(message) };
  const view = viewing(model, { get: () => null, set() {} }, true);
  view.write('Mire');
  files.add([picture('a.png')]);
  view.send(files);
  assert.deepEqual([sent, view.leaving.value], [[], true]);
  sends[0].resolve({ id: 9 });
  await settle();
  view.proceed(files);
  view.proceed(files);
  assert.deepEqual(sent, [['Mire', [{ id: 9 }]]]);
});

test('a message whose file failed waits for the person', async () => {
  const model = { talk: { value: { events: [], conversation: null, read: 0 } }, pending: () => [], limits: { value: LIMITS }, typing() {}, send: () => assert.fail() };
  const view = viewing(model, { get: () => null, set() {} }, true);
  files.add([picture('a.png')]);
  view.send(files);
  sends[0].reject({ title: '', retry: true });
  await settle();
  view.proceed(files);
  assert.equal(view.leaving.value, false);
});

/** What a page kept, read by the next one. */
function reloaded(kept, me, now = Date.now()) {
  const next = { all: signal([]), refused: signal(null) };
  const keep = { get: () => JSON.stringify({ ...kept, at: kept.at ?? now }), set() {} };
  const part = attachments({ ...next, limits: () => LIMITS, address: () => '/files', who: () => ({ token: 't' }) });
  part.restore(keep.get(), me);
  return { names: next.all.value.map(({ name, state }) => `${name} ${state}`), told: next.refused.value, next };
}
const LABEL = { id: 9, name: 'label.pdf', type: 'application/pdf', size: 10, url: '/files/9' };
const MARTA = { person: 'user:7', visitor: 'user:7' };

test('what is attached is written down with whose it is, and forgotten when it has left', async () => {
  const kept = new Map();
  const keep = { get: (name) => kept.get(name) ?? null, set: (name, value) => (value === null ? kept.delete(name) : kept.set(name, value)) };
  const attached = filesOf({ keep, owner: () => MARTA, refused, limits: () => LIMITS, address: () => '/files', who: () => ({ token: 't' }) });
  attached.remember();
  assert.equal(kept.size, 0);
  attached.all.value = [{ key: '1', name: 'label.pdf', size: 10, type: '', state: 'there', part: 1, shown: LABEL }];
  attached.remember();
  const { at, ...written } = JSON.parse(kept.get('files'));
  assert.deepEqual(written, { ...MARTA, files: [{ name: 'label.pdf', shown: LABEL }] });
  assert.deepEqual(attached.take(), [LABEL]);
  assert.equal(kept.size, 0);
});

test('what another person attached leaves the screen, stops leaving, and stays theirs', () => {
  const kept = new Map();
  const keep = { get: (name) => kept.get(name) ?? null, set: (name, value) => kept.set(name, value) };
  const attached = filesOf({ keep, owner: () => MARTA, refused, limits: () => LIMITS, address: () => '/files', who: () => ({ token: 't' }) });
  const stop = new AbortController();
  attached.all.value = [{ key: '1', name: 'label.pdf', size: 10, type: '', state: 'leaving', part: 0, stop }];
  attached.remember();
  attached.forget();
  attached.remember();
  assert.deepEqual([attached.all.value, stop.signal.aborted], [[], true]);
  assert.match(kept.get('files'), /label\.pdf/);
});

test('after a reload files that had arrived are attached again, and of the others it is said that they are not', () => {
  const kept = { ...MARTA, files: [{ name: 'label.pdf', shown: LABEL }, { name: 'film.mp4' }] };
  const { names, told, next } = reloaded(kept, MARTA);
  assert.deepEqual(names, ['label.pdf there']);
  assert.deepEqual(next.all.value[0].shown, LABEL);
  assert.deepEqual(told, { why: 'lost', name: 'film.mp4' });
});

test('files of another person do not come back, nor are they named; a visitor who signed in is told', () => {
  const kept = { ...MARTA, files: [{ name: 'label.pdf', shown: LABEL }] };
  for (const me of [{ person: 'user:8', visitor: 'user:8' }, { person: '', visitor: 'v1' }]) {
    const { names, told } = reloaded(kept, me);
    assert.deepEqual([names, told], [[], null]);
  }
  const { names, told } = reloaded({ person: '', visitor: 'v1', files: kept.files }, MARTA);
  assert.deepEqual([names, told], [[], { why: 'lost', name: 'label.pdf' }]);
});

test('files that the desk has removed by now, and what something else wrote, do not come back', () => {
  const kept = { ...MARTA, files: [{ name: 'label.pdf', shown: LABEL }] };
  assert.deepEqual(reloaded({ ...kept, at: Date.now() - 25 * 3_600_000 }, MARTA).told, { why: 'lost', name: 'label.pdf' });
  assert.deepEqual(reloaded({ ...MARTA, files: 'x' }, MARTA).names, []);
});

test('changes that happen together draw once', async () => {
  let drawn = 0;
  whenChanged(() => (drawn += 1));
  const value = signal(1);
  value.value = 2;
  value.value = 3;
  value.value = 3;
  assert.equal(drawn, 0);
  await settle();
  assert.equal(drawn, 1);
  value.value = 3;
  await settle();
  assert.equal(drawn, 1);
});

test('any colour of a shop can be read on our grounds', () => {
  const values = ['00', '33', '66', '99', 'cc', 'ff'];
  for (const red of values) for (const green of values) for (const blue of values) {
    for (const [theme, ground] of [['light', '#ffffff'], ['dark', '#211f1b']]) {
      const { '--accent': accent, '--accent-ink': ink } = accented(`#${red}${green}${blue}`, theme);
      assert.ok(contrast(accent, ground) >= 4.5, `${accent} on ${ground}`);
      assert.ok(contrast(ink, accent) >= 4.5, `${ink} on ${accent}`);
    }
  }
  assert.equal(accented('#1c6b5d', 'light')['--accent'], '#1c6b5d', 'what can be read stays as it is');
  assert.ok(Math.abs(contrast('#000000', '#ffffff') - 21) < 0.01);
});

test('the widget is dark where the page is, and by the system alone only when it stands alone', () => {
  assert.deepEqual(['normal', 'light', 'dark', 'light dark', ''].map((schemes) => themeOf(schemes, true)), ['light', 'light', 'dark', 'dark', 'dark']);
  assert.deepEqual(['normal', 'light', 'dark', 'light dark', ''].map((schemes) => themeOf(schemes, false)), ['light', 'light', 'dark', 'light', 'light']);
});
