import assert from 'node:assert/strict';
import { test } from 'node:test';

import { blamesTheNetwork, next } from '../../src/esmero/ui/shared/closing.js';
import { feed } from '../../src/esmero/ui/shared/feed.js';
import { clockwork } from './clockwork.mjs';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A feed on ways that only write down what is done with them. */
function connected(names = ['socket', 'stream']) {
  const timers = clockwork();
  const links = [];
  const received = [];
  const refusals = [];
  let position = 0;
  const ways = names.map((name) => (hello, listener) => {
    const link = { name, hello, at: timers.now(), sent: [], answers: false, hungUp: false, ...listener };
    links.push(link);
    const send = (frame) => {
      link.sent.push(frame);
      if (link.answers && frame.t == 'ping') timers.after(50, () => link.frame({ t: 'pong' }));
    };
    return { send, close: () => (link.hungUp = true) };
  });
  const line = feed({
    ways,
    timers,
    random: () => 0.5,
    hello: () => ({ t: 'hello', after: position }),
    receive(frame) {
      position = frame.position ?? position;
      received.push(frame.t);
    },
    refused: (code) => refusals.push(code),
  });
  line.start();

  /** The last connection ends, and the next one is waited for. */
  function lose(code) {
    const before = links.length;
    links.at(-1).closed(code);
    for (let second = 0; second < 60 && links.length == before; second += 1) timers.pass(SECOND);
  }

  return { line, timers, links, received, refusals, lose, last: () => links.at(-1) };
}

/** The same, welcomed. */
function welcomed(names) {
  const all = connected(names);
  all.last().frame({ t: 'welcome', position: 7 });
  return all;
}

test('nothing leaves before the welcome, so that what is unsent stays with its keeper', () => {
  const { line, last } = connected();
  assert.equal(line.state.value, 'connecting');
  assert.equal(line.send({ t: 'message' }), false);
  last().frame({ t: 'welcome', position: 7 });
  assert.equal(line.state.value, 'live');
  assert.equal(line.send({ t: 'message' }), true);
  assert.deepEqual(last().sent, [{ t: 'message' }]);
});

test('after a loss the next hello asks for what came since', () => {
  const { line, timers, links, last } = welcomed();
  last().frame({ t: 'events', position: 12 });
  last().closed(1006);
  assert.equal(line.state.value, 'connecting');
  timers.pass(SECOND);
  assert.equal(links.length, 2);
  assert.deepEqual(last().hello, { t: 'hello', after: 12 });
});

test('what an earlier connection still says is not heard', () => {
  const { timers, links, received } = welcomed();
  links[0].closed(1006);
  timers.pass(SECOND);
  links[0].frame({ t: 'events', position: 99 });
  links[0].closed(4401);
  links[1].frame({ t: 'welcome', position: 8 });
  assert.deepEqual(received, ['welcome', 'welcome']);
});

test('a connection that is never welcomed is given up, and said to be offline', () => {
  const { line, timers, links } = connected();
  timers.pass(10 * SECOND);
  assert.equal(links[0].hungUp, true);
  assert.equal(line.state.value, 'offline');
});

test('silence is broken by a ping, and an answered ping keeps the line', () => {
  const { line, timers, links, last } = welcomed();
  last().answers = true;
  timers.pass(10 * MINUTE);
  assert.equal(links.length, 1);
  assert.equal(line.state.value, 'live');
  assert.ok(last().sent.length >= 20 && last().sent.every(({ t }) => t == 'ping'));
});

test('a line on which a message stays unanswered is dead within 15 s', () => {
  const { line, timers, last } = welcomed();
  line.send({ t: 'message' });
  timers.pass(14 * SECOND);
  assert.equal(line.state.value, 'live');
  const first = last();
  timers.pass(SECOND);
  assert.equal(line.state.value, 'connecting');
  assert.equal(first.hungUp, true);
});

test('a line that dies in silence is noticed by its ping within 40 s', () => {
  const { line, timers } = welcomed();
  timers.pass(40 * SECOND);
  assert.notEqual(line.state.value, 'live');
});

test('one who only types on a dead line is not fooled for long', () => {
  const { line, timers } = welcomed();
  for (let second = 0; second < 41; second += 1) {
    line.send({ t: 'typing', on: true });
    timers.pass(SECOND);
  }
  assert.notEqual(line.state.value, 'live');
});

test('a busy line needs no answer to each frame', () => {
  const { line, timers, links, last } = welcomed();
  for (let second = 0; second < 120; second += 1) {
    line.send({ t: 'message' });
    timers.pass(SECOND);
    last().frame({ t: 'events', position: second });
  }
  assert.equal(links.length, 1);
});

test('when the network may have gone, the line is asked at once', () => {
  const { line, timers, last } = welcomed();
  line.now();
  assert.deepEqual(last().sent, [{ t: 'ping' }]);
  timers.pass(15 * SECOND);
  assert.equal(line.state.value, 'connecting');
});

test('when the network is back, the wait is cut short', () => {
  const { line, links } = welcomed();
  links[0].closed(1006);
  line.now();
  assert.equal(links.length, 2);
});

for (const [code, least] of [[4429, 10], [4400, 30]]) {
  test(`a wait that the server asked for with ${code} is kept, whoever looks at the page`, () => {
    const { line, timers, links } = welcomed();
    links[0].closed(code);
    line.now();
    timers.pass(least * SECOND - 1);
    line.now();
    assert.equal(links.length, 1);
    timers.pass(10 * SECOND);
    assert.equal(links.length, 2);
  });
}

for (const code of [4401, 4403]) {
  test(`who is told ${code} does not come again by itself, and can be called back`, () => {
    const { line, timers, links, refusals } = welcomed();
    links[0].closed(code);
    timers.pass(10 * MINUTE);
    line.now();
    assert.equal(links.length, 1);
    assert.deepEqual(refusals, [code]);
    assert.equal(line.state.value, 'refused');
    line.restart();
    assert.equal(line.state.value, 'connecting');
    assert.equal(links.length, 2);
  });
}

test('a defect of the desk is asked for ever more rarely, also when every hello is welcomed', () => {
  const { line, timers, links, last } = welcomed();
  const waits = [];
  for (let time = 0; time < 12; time += 1) {
    const [before, at] = [links.length, timers.now()];
    last().closed(4500);
    assert.equal(line.state.value, 'offline');
    line.now();
    for (let second = 0; second < 400 && links.length == before; second += 1) timers.pass(SECOND);
    waits.push(timers.now() - at);
    last().frame({ t: 'welcome', position: 7 });
  }
  assert.deepEqual(waits.slice(0, 4), [2, 3, 6, 12].map((seconds) => seconds * SECOND));
  assert.equal(waits.at(-1), 225 * SECOND);
  assert.equal(blamesTheNetwork(4500), false);
});

test('a defect of long ago is forgotten', () => {
  const { timers, links, last } = welcomed(['socket']);
  for (let time = 0; time < 8; time += 1) {
    const before = links.length;
    last().closed(4500);
    for (let second = 0; second < 400 && links.length == before; second += 1) timers.pass(SECOND);
    last().frame({ t: 'welcome', position: 7 });
  }
  last().answers = true;
  timers.pass(20 * MINUTE);
  const before = links.length;
  last().closed(4500);
  timers.pass(2 * SECOND);
  assert.equal(links.length, before + 1);
});

test('when rights have changed, all is loaded anew', () => {
  const { received, timers, links } = welcomed();
  links[0].closed(4409);
  assert.deepEqual(received, ['welcome', 'reset']);
  timers.pass(SECOND);
  assert.equal(links.length, 2);
});

test('a network that breaks WebSockets gets the stream at the third attempt, and a WebSocket again after 5 minutes', () => {
  const { timers, links, last, line, lose } = connected();
  lose(1006);
  lose(1006);
  assert.deepEqual(links.map(({ name }) => name), ['socket', 'socket', 'stream']);
  last().frame({ t: 'welcome', position: 1 });
  last().answers = true;
  timers.pass(5 * MINUTE - 10 * SECOND);
  assert.equal(last().name, 'stream');
  for (let second = 0; second < 40 && last().name == 'stream'; second += 1) timers.pass(SECOND);
  assert.equal(last().name, 'socket');
  assert.equal(line.state.value, 'live');
});

test('a desk that is away is not taken for a network that breaks WebSockets', () => {
  const { links, lose } = connected();
  for (let attempt = 0; attempt < 6; attempt += 1) lose(4503);
  assert.equal(links.length, 7);
  assert.deepEqual(new Set(links.map(({ name }) => name)), new Set(['socket']));
});

test('where the stream fails too, WebSockets are tried again at once', () => {
  const { links, lose } = connected();
  for (let attempt = 0; attempt < 5; attempt += 1) lose(1006);
  const names = links.map(({ name }) => name);
  assert.deepEqual(names, ['socket', 'socket', 'stream', 'socket', 'socket', 'stream']);
});

test('an address that the page may not open counts as a failure and not as an error', () => {
  const timers = clockwork();
  const blocked = () => {
    throw new Error('blocked');
  };
  const line = feed({ ways: [blocked], hello: () => ({ t: 'hello' }), receive() {}, timers, random: () => 0.5 });
  line.start();
  timers.pass(1);
  assert.equal(line.state.value, 'offline');
});

test('a frame that was too large speaks against nobody’s network, whichever of the two codes says so', () => {
  for (const code of [1009, 4413]) {
    assert.equal(blamesTheNetwork(code), false);
    assert.deepEqual(next(code, 1, () => 1), { act: 'again', wait: 1000 });
  }
});

test('who stops is left alone', () => {
  const { line, timers, links } = welcomed();
  line.stop();
  timers.pass(10 * MINUTE);
  line.now();
  assert.equal(links.length, 1);
  assert.equal(links[0].hungUp, true);
});

test('the back-off grows, and ends at half a minute', () => {
  const waits = [1, 2, 3, 4, 10, 1000].map((failures) => next(1006, failures, () => 1).wait);
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 30_000, 30_000]);
});

test('a crowd that lost its server comes back spread out', () => {
  for (const code of [1006, 1012]) {
    const [first, last] = [0, 0.999].map((chance) => next(code, 0, () => chance).wait);
    assert.equal(first, 0);
    assert.ok(last > 400, `${code}: ${last}`);
  }
});
