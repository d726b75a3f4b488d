/** The HTTP API: docs/protocol.md, section 5. What goes wrong is thrown as a Problem. */

import { newId } from './ids.js';

const BASE = '/api/v1';
/** Unsafe calls carry an idempotency key, so that one whose answer was lost can be made again. */
const RETRIES = [300, 1200];
/** Milliseconds after which one is told that the desk takes its time. */
const SLOW = 6_000;
/** Milliseconds after which nobody waits any longer. The longest that the desk takes is a trial of two mail servers. */
const LONGEST = { GET: 45_000, other: 120_000 };

/** A refusal (RFC 9457), no connection (`unreachable`), or no answer although there is one (`silent`). Its message is the detail, in the server's words. */
export class Problem extends Error {
  /** @param {{code: string, title: string, status: number} & Record<string, any>} said */
  constructor({ code, title, detail, status, retry, fields, wait, ...more }) {
    super(detail || title);
    this.name = 'Problem';
    this.code = code;
    this.title = title;
    this.detail = /** @type {string} */ (detail || '');
    this.status = status;
    this.retry = !!retry;
    this.fields = /** @type {Record<string, string>} */ (fields || {});
    this.wait = /** @type {number | undefined} */ (wait);
    this.more = more;
  }
}

/**
 * @param {object} [options]
 * @param {typeof fetch} [options.call]
 * @param {() => void} [options.signedOut] told when the session has ended
 * @param {(change: 1 | -1) => void} [options.slow] told when a call begins to take long, and when it no longer does
 * @param {(wait: number) => Promise<void>} [options.rest]
 * @param {(wait: number, act: () => void) => () => void} [options.after] returns what calls it off
 */
export function api({ call = (...request) => fetch(...request), signedOut, slow = () => {}, rest = sleep, after = later } = {}) {
  let csrf = '';

  /**
   * Nobody waits for ever, and whoever waits long is told. How long bytes take hangs on the network: they have no limit.
   * @template T
   * @param {number | null} longest
   * @param {(stop: AbortSignal) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function patiently(longest, work) {
    const stop = new AbortController();
    let isSlow = false;
    const ends = [
      after(SLOW, () => {
        isSlow = true;
        slow(1);
      }),
      longest ? after(longest, () => stop.abort()) : () => {},
    ];
    try {
      return await work(stop.signal);
    } catch (error) {
      throw stop.signal.aborted ? silent() : error;
    } finally {
      ends.forEach((end) => end());
      if (isSlow) slow(-1);
    }
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {any} [body] bytes leave as they are, everything else as JSON
   * @param {string} [key]
   * @param {'json' | 'blob'} [form] of the answer
   */
  function ask(method, path, body, key, form = 'json') {
    const longest = body instanceof Blob ? null : method == 'GET' ? LONGEST.GET : LONGEST.other;
    return patiently(longest, (stop) => once(stop, method, path, body, key, form));
  }

  /**
   * @param {AbortSignal} stop
   * @param {string} method
   * @param {string} path
   * @param {any} body
   * @param {string | undefined} key
   * @param {'json' | 'blob'} form
   */
  async function once(stop, method, path, body, key, form) {
    const raw = body instanceof Blob;
    const headers = new Headers({ accept: 'application/json' });
    if (method != 'GET') headers.set('x-csrf-token', csrf);
    if (key) headers.set('idempotency-key', key);
    if (body !== undefined) headers.set('content-type', raw ? body.type || 'application/octet-stream' : 'application/json');
    const sent = body === undefined || raw ? body : JSON.stringify(body);
    const answer = await call(BASE + path, { method, headers, body: sent, credentials: 'same-origin', signal: stop }).catch(unreachable);
    // Who answers a success with something else than JSON is not the desk: a network that wants a sign-in of its own.
    if (answer.ok) return answer.status == 204 ? null : answer[form]().catch(unreachable);
    const problem = await read(answer);
    if (problem.code == 'not_signed_in') signedOut?.();
    throw problem;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {any} [body]
   * @param {string} [key] made here unless a caller wants to repeat its own call
   */
  async function change(method, path, body, key = newId()) {
    for (const wait of RETRIES) {
      try {
        return await ask(method, path, body, key);
      } catch (problem) {
        if (!(problem instanceof Problem && problem.code == 'unreachable')) throw problem;
        await rest(wait);
      }
    }
    return ask(method, path, body, key);
  }

  return {
    /** @param {string} token that goes with the session */
    trust(token) {
      csrf = token;
    },
    csrf: () => csrf,
    /**
     * @param {string} path
     * @param {Record<string, any>} [query] what is null or undefined is left out
     */
    get: (path, query = {}) => ask('GET', path + written(query)),
    /** @type {(path: string, body?: any, key?: string) => Promise<any>} */
    post: (path, body, key) => change('POST', path, body, key),
    /** @type {(path: string, body?: any, key?: string) => Promise<any>} */
    put: (path, body, key) => change('PUT', path, body, key),
    /** @type {(path: string, body?: any, key?: string) => Promise<any>} */
    patch: (path, body, key) => change('PATCH', path, body, key),
    /** Bytes, which are not kept for a second answer. @type {(path: string, body: any) => Promise<Blob>} */
    fetch: (path, body) => ask('POST', path, body, undefined, 'blob'),
    /** @type {(path: string, key?: string) => Promise<any>} */
    delete: (path, key) => change('DELETE', path, undefined, key),
  };
}

/** @param {Record<string, any>} query */
function written(query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  return given.length ? '?' + new URLSearchParams(given.map(([name, value]) => [name, String(value)])) : '';
}

/**
 * @param {Response} answer
 * @returns {Promise<Problem>}
 */
async function read(answer) {
  const said = await answer.json().catch(() => null);
  // A proxy between us answers in its own way.
  const known = said && typeof said.code == 'string' && typeof said.title == 'string';
  return new Problem(known ? said : { code: 'strange', title: answer.statusText, status: answer.status, retry: answer.status >= 500 });
}

/** It may have been done all the same; the key that goes along makes a repetition harmless. */
function silent() {
  return new Problem({ code: 'silent', title: 'No answer', status: 0, retry: true });
}

/** @returns {never} */
function unreachable() {
  throw new Problem({ code: 'unreachable', title: 'No connection', status: 0, retry: true });
}

/**
 * @param {number} wait
 * @returns {Promise<void>}
 */
function sleep(wait) {
  return new Promise((done) => setTimeout(done, wait));
}

/**
 * @param {number} wait
 * @param {() => void} act
 */
function later(wait, act) {
  const timer = setTimeout(act, wait);
  return () => clearTimeout(timer);
}
