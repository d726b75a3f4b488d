import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changesOf, formOf, mattersOf, wrongIn } from '../../src/esmero/ui/console/desk/customer/edits.js';

const KATALIN = { id: 7, name: 'Nagy Katalin', email: 'k.nagy@posta.example', phone: null, language: 'hu', address: 'formal', about: null };

test('only what was changed is sent, so that two colleagues do not undo each other', () => {
  const before = formOf(KATALIN);
  assert.deepEqual(changesOf(before, { ...before, phone: ' +36 1 555 0199 ' }), { phone: '+36 1 555 0199' });
  assert.deepEqual(changesOf(before, { ...before, email: '' }), { email: '' }, 'an empty text takes away what was known');
  assert.deepEqual(changesOf(before, { ...before, name: 'Nagy Katalin ' }), {});
});

test('what is not a mail address is said before asking the desk', () => {
  for (const email of ['katalin', 'k@posta', '@posta.example', 'k nagy@posta.example']) assert.ok(wrongIn({ email }).email, email);
  for (const email of ['k.nagy@posta.example', 'नमस्ते@dak.example', '', undefined]) assert.deepEqual(wrongIn({ email }), {});
});

test('what came before stands by its beginning, the newest first, and nobody else’s', () => {
  const one = (id, customer, created_at) => ({ id, customer: { id: customer }, created_at });
  assert.deepEqual(mattersOf([one(1, 7, 10), one(2, 8, 20), one(3, 7, 30)], 7).map(({ id }) => id), [3, 1]);
});
