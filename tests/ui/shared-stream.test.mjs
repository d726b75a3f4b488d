import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { events, stream } from '../../src/esmero/ui/shared/stream.js';

/** Enough turns of the event loop for what is under way without a timer. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
};

/** A body that the test writes into. */
function body() {
  /** @type {ReadableStreamDefaultController<Uint8Array>} */
  let into;
  const readable = new ReadableStream({ start: (controller) => void (into = controller) });
  const write = (text) => into.enqueue(typeof text == 'string' ? new TextEncoder().encode(text) : text);
  return { readable, write, end: () => into.close() };
}

async function read(...chunks) {
  const { readable, write, end } = body();
  chunks.forEach(write);
  end();
  return (await Array.fromAsync(events(readable))).map(({ name, data }) => (name ? `${name} ${data}` : data));
}

/** A stream that is open, with a desk behind it that answers as told. */
function opened(answer = async () => Response.json({ t: 'ok' })) {
  const down = body();
  const frames = [];
  const codes = [];
  const told = [];
  const way = stream({
    follow: async () => new Response(down.readable),
    tell(frame) {
      told.push(frame.t);
      return answer(frame);
    },
  });
  const link = way({ t: 'hello' }, { frame: (frame) => frames.push(frame), closed: (code) => codes.push(code) });
  return { link, down, frames, codes, told };
}

test('events arrive whole, however the network cuts them', async () => {
  const bytes = new TextEncoder().encode('id: 7\r\ndata: {"text":"कैसे, Ríos"}\r\n\r\n: still here\n\ndata: a\ndata: b\n\nevent: close\ndata:{}\n\nevent: none\n\ndata: c\n\n');
  const expected = ['{"text":"कैसे, Ríos"}', 'a\nb', 'close {}', 'c'];
  for (let size = 1; size <= bytes.length; size += 1) {
    const chunks = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
    assert.deepEqual(await read(...chunks), expected, `in pieces of ${size}`);
  }
});

test('an event that was not finished is not an event', async () => {
  assert.deepEqual(await read('data: whole\n\ndata: half'), ['whole']);
});

test('frames are handed in one after the other', async () => {
  const finish = [];
  const { link, told } = opened(() => new Promise((done) => finish.push(() => done(Response.json({ t: 'ok' })))));
  link.send({ t: 'first' });
  link.send({ t: 'second' });
  await settled();
  assert.deepEqual(told, ['first']);
  finish[0]();
  await settled();
  assert.deepEqual(told, ['first', 'second']);
  link.close();
});

test('an answer to a frame is a frame', async () => {
  const { link, frames, codes } = opened(async () => Response.json({ t: 'refused', id: 'x', code: 'too_long' }, { status: 413 }));
  link.send({ t: 'message', id: 'x' });
  await settled();
  assert.deepEqual(frames, [{ t: 'refused', id: 'x', code: 'too_long' }]);
  assert.deepEqual(codes, []);
  link.close();
});

for (const [status, code] of [[401, 4401], [403, 4403], [429, 4429], [503, 4503], [502, 1006]]) {
  test(`a frame that is answered by ${status} ends the link with ${code}, once`, async () => {
    const { link, codes } = opened(async () => new Response('', { status }));
    link.send({ t: 'read' });
    link.send({ t: 'read' });
    await settled();
    assert.deepEqual(codes, [code]);
  });
}

test('a stream that ends has lost its line', async () => {
  const { down, frames, codes } = opened();
  down.write('data: {"t":"welcome"}\n\n');
  await settled();
  down.end();
  await settled();
  assert.deepEqual(frames, [{ t: 'welcome' }]);
  assert.deepEqual(codes, [1006]);
});

for (const code of [1012, 4401, 4403, 4408, 4409, 4429, 4503]) {
  test(`a stream that the desk closes with ${code} ends with it, as a WebSocket does, and once`, async () => {
    const { down, frames, codes } = opened();
    down.write('data: {"t":"refused"}\n\n');
    down.write(`event: close\ndata: {"code":${code},"reason":"because"}\n\n`);
    await settled();
    down.end();
    await settled();
    assert.deepEqual(frames, [{ t: 'refused' }]);
    assert.deepEqual(codes, [code]);
  });
}

test('a frame that ends the talk says so with its answer', async () => {
  const answer = async () => Response.json({ t: 'refused', code: 'blocked' }, { headers: { 'X-Close': '4403' } });
  const { link, frames, codes } = opened(answer);
  link.send({ t: 'message' });
  await settled();
  assert.deepEqual(frames, [{ t: 'refused', code: 'blocked' }]);
  assert.deepEqual(codes, [4403]);
});

test('a stream without a sign of life is dead, though what is handed in is answered', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { link, down, codes } = opened();
    await settled();
    for (let beat = 0; beat < 10; beat += 1) {
      down.write(': beat\n\n');
      await settled();
      mock.timers.tick(15_000);
    }
    assert.deepEqual(codes, []);
    link.send({ t: 'ping' });
    await settled();
    mock.timers.tick(30_000);
    assert.deepEqual(codes, [1006]);
  } finally {
    mock.timers.reset();
  }
});

test('who hangs up hears nothing more', async () => {
  const { link, down, frames, codes } = opened();
  await settled();
  link.close();
  down.write('data: {"t":"events"}\n\n');
  down.end();
  await settled();
  assert.deepEqual([frames, codes], [[], []]);
});
