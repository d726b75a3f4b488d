import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { NO_SECRETS, NO_SERVERS, isAddress, keptFit, namesOf, needs, proposed, secured, trial, tried, verdict, written, wrongWith } from '../../src/esmero/ui/console/settings/mail.js';
import { hintWords, stepWords, troubleWords, whatToDo } from '../../src/esmero/ui/console/settings/mail-words.js';
import { learn } from '../../src/esmero/ui/shared/i18n.js';

const email = new URL('../../src/esmero/channels/email/', import.meta.url);
const locale = (code) => readFileSync(new URL(`../../src/esmero/ui/locales/${code}.ftl`, import.meta.url), 'utf8');
const source = (name) => readFileSync(new URL(name, email), 'utf8');

const RECEIVE = { ...NO_SERVERS.receive, host: 'imap.shop.example' };
const SEND = { ...NO_SERVERS.send, host: 'smtp.shop.example' };
const VALUES = { name: 'Mail', teams: [1], secrets: NO_SECRETS, address: 'support@shop.example', folder: 'INBOX', receive: RECEIVE, send: SEND };
const step = (more) => ({ name: 'connect', ok: true, code: 'ok', words: 'The server answers.', hint: '', folders: [], ...more });

test('a port follows the encryption, unless somebody chose it', () => {
  assert.equal(secured('receive', RECEIVE, 'starttls').port, 143);
  assert.equal(secured('send', SEND, 'tls').port, 465);
  assert.equal(secured('send', secured('send', SEND, 'none'), 'starttls').port, 587);
  assert.deepEqual(secured('receive', { ...RECEIVE, port: 1993 }, 'none'), { ...RECEIVE, port: 1993, security: 'none' });
});

test('what is guessed or half is shown, what is known is folded', () => {
  const one = { receive: RECEIVE, send: SEND, words: '', hint: 'Mind this.' };
  assert.deepEqual(proposed([{ ...one, source: 'srv' }, { ...one, source: 'guess' }]), { source: 'srv', hint: 'Mind this.', receive: RECEIVE, send: SEND, well: true });
  assert.equal(proposed([{ ...one, source: 'guess' }]).well, false);
  assert.equal(proposed([{ ...one, source: 'autoconfig', send: NO_SERVERS.send }]).well, false);
  assert.deepEqual(proposed([]), { source: 'none', well: false, hint: '', ...NO_SERVERS });
});

test('addresses are known by their form', () => {
  for (const fine of ['support@shop.example', ' info@bücher.example ', 'a+b@c.d.example']) assert.ok(isAddress(fine), fine);
  for (const wrong of ['', 'support', 'support@shop', 'a b@shop.example', 'a@@shop.example', 'a@shop.example.', '<a@shop.example>']) assert.ok(!isAddress(wrong), wrong);
  assert.deepEqual(namesOf('Sales@shop.example, info@shop.example\n\nsales@shop.example'), ['sales@shop.example', 'info@shop.example']);
});

test('what is wrong is said by field', () => {
  assert.deepEqual(wrongWith(VALUES), {});
  assert.deepEqual(wrongWith({ ...VALUES, address: 'support', others: ['x'], receive: { ...RECEIVE, host: 'imap shop' }, send: { ...SEND, host: 'https://smtp' } }), {
    address: 'field-not-a-mail-address', others: 'field-not-a-mail-address', 'receive.host': 'mail-host-wrong', 'send.host': 'mail-host-wrong',
  });
  assert.deepEqual(wrongWith({ ...VALUES, receive: NO_SERVERS.receive }), {}, 'mail may come without a server');
});

test('secrets are kept all together, so that one alone would lose the others', () => {
  const only = (secrets, more = {}) => Object.keys(wrongWith({ ...VALUES, secrets: { ...NO_SECRETS, ...secrets }, ...more }));
  assert.deepEqual(only({ receive: 'quince' }), []);
  assert.deepEqual(only({ send: 'quince' }), ['secrets.receive']);
  const microsoft = { receive: { ...RECEIVE, sign_in: 'microsoft' }, send: { ...SEND, sign_in: 'microsoft' } };
  assert.deepEqual(needs(microsoft), { password: false, consent: true });
  assert.deepEqual(only({ client_id: 'x' }, microsoft), ['secrets.refresh_token']);
  assert.deepEqual(only({ receive: 'a password that Microsoft does not take' }, microsoft), []);
  assert.deepEqual(written({ ...VALUES, ...microsoft, secrets: { ...NO_SECRETS, receive: 'x' } }).secrets, NO_SECRETS);
});

test('what was typed becomes what the desk takes', () => {
  const sent = written({ ...VALUES, name: ' ', address: ' Support@Shop.example', receive: { ...RECEIVE, host: ' imap.shop.example ' } });
  assert.equal(sent.name, 'support@shop.example');
  assert.equal(sent.settings.receive.host, 'imap.shop.example');
  assert.deepEqual(Object.keys(sent.settings).sort(), ['address', 'folder', 'receive', 'send']);
  assert.deepEqual(written({ ...VALUES, acknowledgement: { en: 'It is here.', es: ' ' } }).settings.acknowledgement, { en: 'It is here.' });
});

test('a kept password is tried with its own servers, a typed one with any', () => {
  const typed = { ...VALUES, secrets: { ...NO_SECRETS, receive: 'quince' } };
  assert.equal(trial(VALUES, { id: 3 }).inbox, 3);
  assert.equal(trial(VALUES, { id: 3 }).secrets, undefined);
  assert.equal(trial(typed, { id: 3 }).inbox, undefined);
  assert.equal(trial(typed, null).secrets.receive, 'quince');
  assert.ok(keptFit({ receive: RECEIVE, send: SEND }, VALUES));
  assert.ok(!keptFit({ receive: RECEIVE, send: SEND }, { ...VALUES, send: { ...SEND, host: 'smtp.elsewhere.example' } }));
});

test('a test is worth what it tested', () => {
  const report = { receive: [step()], send: [step()] };
  const of = tried(VALUES);
  assert.equal(verdict(null, VALUES), 'untested');
  assert.equal(verdict({ report, of }, VALUES), 'passed');
  assert.equal(verdict({ report, of }, { ...VALUES, name: 'Another' }), 'passed');
  for (const change of [{ folder: 'Support' }, { secrets: { ...NO_SECRETS, receive: 'x' } }, { send: { ...SEND, port: 25 } }, { address: 'a@b.example' }]) {
    assert.equal(verdict({ report, of }, { ...VALUES, ...change }), 'changed');
  }
  assert.equal(verdict({ report: { ...report, send: [step({ ok: false })] }, of }, VALUES), 'failed');
});

test('every trouble of the desk has words in every language', () => {
  const [, written] = source('trouble.py').match(/Code = Literal\[([^\]]+)\]/);
  const troubles = [...written.matchAll(/"(\w+)"/g)].map(([, code]) => code);
  assert.equal(troubles.length, 25);
  const [, persons] = source('trouble.py').match(/NEEDS_A_PERSON[^{]+\{([^}]+)\}/);
  for (const code of ['en', 'es', 'hi', 'hu']) {
    learn(code, locale(code));
    const said = [...troubles, 'no_idle', 'subaddresses_unknown'].map((trouble) => [trouble, troubleWords(trouble, '')]);
    assert.deepEqual(said.filter(([, words]) => !words || words.startsWith('console-')), [], code);
    // An inbox out of use has no page on which to do something.
    const silent = [...persons.matchAll(/"(\w+)"/g)].map(([, trouble]) => trouble).filter((trouble) => !whatToDo(trouble));
    assert.deepEqual(silent, ['removed'], code);
  }
});

test('the server’s own words stay, and what we don’t know is said as the desk says it', () => {
  learn('en', locale('en'));
  assert.equal(troubleWords('sign_in_refused', 'The server refuses the user name or the password. It says: [AUTH] It says: no.'),
    'The server refuses the user name or the password. The server says: “[AUTH] It says: no.”');
  assert.equal(troubleWords('unheard_of', 'The desk’s own words.'), 'The desk’s own words.');
  assert.equal(troubleWords('', 'Words.'), 'Words.');
  assert.ok(source('trouble.py').includes(' It says: {self.detail}'), 'what parts them');
});

test('steps are said by what they were', () => {
  learn('en', locale('en'));
  assert.equal(stepWords('send', step()), 'The server answers.');
  assert.equal(stepWords('receive', step({ name: 'sign_in', words: '' })), 'The server lets the desk in.');
  assert.equal(stepWords('receive', step({ name: 'folder', words: '' })), 'The folder can be read.');
  assert.match(stepWords('send', step({ name: 'note', code: 'no_server', words: '' })), /nothing can be sent/);
  assert.match(stepWords('receive', step({ name: 'note', code: 'no_server', words: '' })), /own receiver/);
  assert.equal(stepWords('send', step({ name: 'dance', words: 'It danced.' })), 'It danced.');
});

test('every provider’s hint is said in the language of the page', () => {
  const text = source('providers.py');
  const [, alone] = text.match(/ALONE: Final = "(.+)"/);
  const hints = [alone, ...[...text.matchAll(/hint=(ALONE \+ )?"(.+?)"/g)].map(([, before, hint]) => (before ? alone : '') + hint)].filter((hint) => hint.includes('{name}'));
  assert.ok(hints.length >= 5);
  learn('hu', locale('hu'));
  for (const hint of hints) {
    const said = hintWords(hint.replace('{name}', 'Gandi'));
    assert.ok(said.startsWith('Gandi: '), said);
  }
  assert.match(hintWords(alone.replace('{name}', 'Gmail') + ' Or sign in with Google instead.'), /Google-fiókkal/);
  assert.equal(hintWords('Something new.'), 'Something new.');
});
