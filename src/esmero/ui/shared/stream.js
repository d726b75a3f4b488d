/** The other way to the live edge, for networks that break WebSockets: a stream of events with single calls. */

/**
 * @typedef {import('./feed.js').Frame} Frame
 * @typedef {import('./feed.js').Way} Way
 */

/** A quiet stream carries a comment every 15 s; one without any is dead, though what we hand in is still answered. */
const SILENT_STREAM = 45_000;
/** Closes that HTTP answers stand for. */
const CLOSES = new Map([[400, 4400], [401, 4401], [403, 4403], [413, 4413], [429, 4429], [500, 4500], [503, 4503]]);

/**
 * @param {object} options
 * @param {(hello: Frame, stop: AbortSignal) => Promise<Response>} options.follow asks for the stream of events
 * @param {(frame: Frame, stop: AbortSignal) => Promise<Response>} options.tell hands in one frame
 * @returns {Way}
 */
export function stream({ follow, tell }) {
  return (hello, { frame, closed }) => {
    const stop = new AbortController();
    /** One after the other: what was sent first arrives first. */
    let told = Promise.resolve();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let silence;

    /** @param {number} code */
    function end(code) {
      if (stop.signal.aborted) return;
      close();
      closed(code);
    }

    function close() {
      clearTimeout(silence);
      stop.abort();
    }

    function alive() {
      clearTimeout(silence);
      if (!stop.signal.aborted) silence = setTimeout(() => end(1006), SILENT_STREAM);
    }

    async function listen() {
      const answer = await follow(hello, stop.signal);
      if (!answer.ok || !answer.body) return end(CLOSES.get(answer.status) || 1006);
      alive();
      for await (const { name, data } of events(answer.body, alive)) {
        if (stop.signal.aborted) return;
        // What a WebSocket says by its close frame.
        if (name == 'close') return end(JSON.parse(data).code);
        frame(JSON.parse(data));
      }
      end(1006);
    }

    /** @param {Frame} sent */
    async function send(sent) {
      if (stop.signal.aborted) return;
      const answer = await tell(sent, stop.signal);
      const said = await answer.json().catch(() => null);
      if (stop.signal.aborted) return;
      const close = Number(answer.headers.get('X-Close'));
      if (said?.t) frame(said);
      if (close) end(close);
      else if (said?.t) return;
      else if (!answer.ok) end(CLOSES.get(answer.status) || 1006);
    }

    listen().catch(() => end(1006));
    return {
      send(sent) {
        told = told.then(() => send(sent)).catch(() => end(1006));
      },
      close,
    };
  };
}

/**
 * The events of a stream (HTML Living Standard, section 9.2.6): each one's name, empty for most, and its `data`. Comments
 * and other fields are passed over.
 * @param {ReadableStream<Uint8Array>} body
 * @param {() => void} [alive] told of every byte that comes
 * @returns {AsyncGenerator<{name: string, data: string}>}
 */
export async function* events(body, alive) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let name = '';
  /** @type {string[]} */
  let data = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    alive?.();
    const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() || '';
    for (const line of lines) {
      const [, field, value] = line.match(/^(\w+): ?(.*)/) || [];
      if (field == 'data') data.push(value);
      else if (field == 'event') name = value;
      if (line) continue;
      if (data.length) yield { name, data: data.join('\n') };
      name = '';
      data = [];
    }
  }
}
