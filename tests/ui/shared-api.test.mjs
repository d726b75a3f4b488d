import assert from 'node:assert/strict';
import { test } from 'node:test';

import { api, Problem } from '../../src/esmero/ui/shared/api.js';

/** A client whose calls are answered one after the other; an answer that is an error is a network that fails. */
function answered(...answers) {
  const calls = [];
  const signedOut = [];
  const client = api({
    rest: async () => {},
    signedOut: () => signedOut.push(true),
    async call(address, { method, headers, body }) {
      calls.push({ address, method, body, headers: Object.fromEntries(headers) });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  client.trust('token');
  return { client, calls, signedOut };
}

const json = (body, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const problem = (code, status, more = {}) => json({ code, title: 'No.', status, ...more }, status, 'application/problem+json');
const cut = () => new TypeError('Failed to fetch');

test('a query leaves out what is not given, and writes the rest safely', async () => {
  const { client, calls } = answered(json({ items: [] }));
  await client.get('/search', { q: 'a&b=c é', cursor: null, inbox: undefined, limit: 0 });
  assert.equal(calls[0].address, '/api/v1/search?q=a%26b%3Dc+%C3%A9&limit=0');
});

test('only what changes something carries the token and a key', async () => {
  const { client, calls } = answered(json({}), json({}));
  await client.get('/me');
  await client.patch('/me', { name: 'Ana' });
  assert.equal(calls[0].headers['x-csrf-token'], undefined);
  assert.equal(calls[0].headers['idempotency-key'], undefined);
  assert.equal(calls[1].headers['x-csrf-token'], 'token');
  assert.match(calls[1].headers['idempotency-key'], /^[A-Za-z0-9_-]{16,64}$/);
});

test('a change whose answer was lost is made again under the same key', async () => {
  const { client, calls } = answered(cut(), cut(), json({ id: 1 }));
  assert.deepEqual(await client.post('/labels', { name: 'VIP' }), { id: 1 });
  assert.equal(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size, 1);
  assert.equal(calls.length, 3);
});

test('a refusal is not asked for twice', async () => {
  const { client, calls } = answered(problem('taken', 409));
  await assert.rejects(client.post('/labels', { name: 'VIP' }), { code: 'taken', status: 409 });
  assert.equal(calls.length, 1);
});

test('without a network the caller is told so, after a few attempts', async () => {
  const { client, calls } = answered(cut(), cut(), cut());
  await assert.rejects(client.post('/labels', {}), (it) => it instanceof Problem && it.code == 'unreachable' && it.retry);
  assert.equal(calls.length, 3);
});

test('what the server says about single fields reaches the form', async () => {
  const { client } = answered(problem('invalid', 400, { detail: 'Please check.', fields: { email: 'No address.' } }));
  await assert.rejects(client.post('/invitations', {}), { message: 'Please check.', fields: { email: 'No address.' } });
});

test('a session that has ended is told, a refusal is not taken for it', async () => {
  const { client, signedOut } = answered(problem('forbidden', 403), problem('not_signed_in', 401));
  await assert.rejects(client.get('/agents'));
  assert.equal(signedOut.length, 0);
  await assert.rejects(client.get('/agents'));
  assert.equal(signedOut.length, 1);
});

test('a page that a network puts in between is no answer of the desk', async () => {
  const { client } = answered(new Response('<html>Sign in to the Wi-Fi</html>', { status: 200 }));
  await assert.rejects(client.get('/snapshot'), { name: 'Problem', code: 'unreachable' });
});

test('a proxy’s own error is a problem too, without its page', async () => {
  const { client } = answered(new Response('<html>Bad gateway</html>', { status: 502, statusText: 'Bad Gateway' }));
  await assert.rejects(client.get('/me'), { name: 'Problem', status: 502, retry: true, message: 'Bad Gateway' });
});

test('bytes leave as they are', async () => {
  const { client, calls } = answered(json({ id: 9 }, 201));
  const file = new Blob(['%PDF'], { type: 'application/pdf' });
  await client.post('/files?name=label.pdf', file);
  assert.equal(calls[0].body, file);
  assert.equal(calls[0].headers['content-type'], 'application/pdf');
});

test('nothing to say is null', async () => {
  const { client } = answered(new Response(null, { status: 204 }));
  assert.equal(await client.delete('/labels/1'), null);
});

/** A client whose time is passed by hand. */
function patient(call) {
  const timers = [];
  const told = [];
  const after = (wait, act) => {
    const timer = { wait, act };
    timers.push(timer);
    return () => drop(timer);
  };
  const drop = (timer) => timers.includes(timer) && timers.splice(timers.indexOf(timer), 1);
  const client = api({ call, after, rest: async () => {}, slow: (change) => told.push(change) });
  const pass = (time) => timers.filter(({ wait }) => wait <= time).forEach((timer) => (drop(timer), timer.act()));
  return { client, timers, told, pass };
}

/** A network that says nothing until the call is given up. */
const nothing = (_address, { signal }) => new Promise((_done, fail) => signal.addEventListener('abort', () => fail(signal.reason)));

test('whoever waits long is told, and told when it is over', async () => {
  const answers = [];
  const { client, timers, told, pass } = patient(() => new Promise((done) => answers.push(done)));
  const quick = client.get('/me');
  answers.pop()(json({}));
  await quick;
  assert.deepEqual(told, []);
  const late = client.get('/me');
  pass(6_000);
  assert.deepEqual(told, [1]);
  answers.pop()(json({ name: 'Ana' }));
  assert.deepEqual(await late, { name: 'Ana' });
  assert.deepEqual([told, timers], [[1, -1], []]);
});

test('nobody waits for ever, and what may have been done is not done again by itself', async () => {
  let calls = 0;
  const { client, told, pass } = patient((...request) => (calls++, nothing(...request)));
  const asked = client.get('/me');
  const changed = client.post('/labels', {});
  pass(45_000);
  await assert.rejects(asked, { name: 'Problem', code: 'silent', retry: true });
  pass(120_000);
  await assert.rejects(changed, { name: 'Problem', code: 'silent' });
  assert.equal(calls, 2);
  assert.equal(told.reduce((sum, one) => sum + one, 0), 0);
});

test('bytes may take as long as they take', async () => {
  const { client, timers } = patient(nothing);
  client.post('/files?name=a', new Blob(['x']));
  assert.deepEqual(timers.map(({ wait }) => wait), [6_000]);
});
