/** One visitor of one chat: what the desk says becomes what is shown, what the person does becomes what is sent. */

import { feed } from '../shared/feed.js';
import { newId } from '../shared/ids.js';
import { KEPT, sending } from '../shared/sending.js';
import { named, settled } from './keep.js';
import { signal } from './signal.js';
import { NOTHING, acknowledged, followed, newest, ours, remembered, unread, welcomed } from './talk.js';

const TYPING_AGAIN = 4000;
const TYPING_ENDS = 6000;
const TOKEN_WITHIN = 10_000;

/** The files of a message that is refused for one of these are no longer at the desk, or are another's there. */
const FILES_GONE = [KEPT, 'file_gone'];

/**
 * @param {object} desk
 * @param {import('./types').Inbox} desk.inbox as the page brought it
 * @param {ReturnType<typeof import('./keep.js').keeper>} desk.keep
 * @param {Storage | null} desk.storage for what is unsent
 * @param {(who: () => {token: string | null, identity?: string}) => import('../shared/feed.js').Way[]} desk.ways
 * @param {import('../shared/feed.js').Timers} desk.timers
 * @param {(what: string, values?: object) => void} desk.tell to the shop's page
 * @param {() => void} [desk.arrived] told after each welcome
 * @param {(who: string, same: boolean) => void} [desk.became] told when somebody else is here, or the same person
 *   under another name
 * @param {(work: () => Promise<void>) => void} [desk.alone] one tab at a time
 */
export function visitor({ inbox, keep, storage, ways, timers, tell, arrived = () => {}, became = () => {}, alone = (work) => work() }) {
  const talk = signal(NOTHING);
  const card = signal(inbox);
  const limits = signal(/** @type {import('./types').Limits | null} */ (null));
  const known = signal(/** @type {{name: string, email?: string | null} | false} */ (false));
  /** Our messages that came last, while the page was open: what a screen reader is told. */
  const latest = signal(/** @type {import('./types').TalkEvent[]} */ ([]));
  const reach = signal(/** @type {{id: string, to: string, state: 'leaving' | 'kept' | 'refused'} | null} */ (null));
  /** @type {{identity?: string, language?: string, page?: {url: string, title: string}}} */
  const said = {};
  let told = { unread: -1, talk: false };
  let typedAt = 0;
  let typingOver = () => {};
  let token = keep.get('token');
  /** Whom the shop names; empty for a visitor whom only this browser knows. */
  let person = '';
  /** @type {string | undefined} who the last hello said we are */
  let introduced;
  /** Whom the desk welcomed last: what is shown is theirs. */
  let welcomedAs = '';
  let refusals = 0;
  /** What the desk said last of this page as a whole. */
  let lastRefusal = /** @type {any} */ ({ code: 'refused', title: '' });
  /** The seq before which older events were asked for last. */
  let asked = 0;
  let given = () => {};

  const who = () => ({ token, identity: said.identity });
  const line = feed({ ways: ways(who), hello, receive, refused, timers });
  const outbox = sending({ scope: inbox.key, send: line.send, storage, timers });
  keep.watch('token', agree);

  /** @param {typeof said} values what is known when it begins: language, page, identity */
  function start(values) {
    Object.assign(said, values);
    if (token) return line.start();
    alone(() => {
      // The tab before us may have been given one while we waited.
      token = keep.get('token');
      line.start();
      return new Promise((done) => {
        given = done;
        timers.after(TOKEN_WITHIN, done);
      });
    });
  }

  function hello() {
    const { position, events } = talk.value;
    introduced = said.identity;
    return {
      t: 'hello', v: 1, inbox: inbox.key, token: token || undefined,
      // What came after a position tells somebody else nothing of what was before it.
      after: events.length && person == welcomedAs ? position : undefined, ...said,
    };
  }

  /** @param {any} frame */
  function receive(frame) {
    switch (frame.t) {
      case 'welcome': return welcome(frame);
      case 'events': return follow(frame);
      case 'ack': return acknowledge(frame);
      case 'refused': return refuse(frame);
      case 'typing': return watchTyping(frame);
      case 'inbox': return void (card.value = frame.inbox);
      case 'history': return show(remembered(talk.value, frame));
      case 'reset': return reset();
      case 'token': return adopt(frame.token);
    }
  }

  /** @param {any} frame */
  function welcome(frame) {
    refusals = asked = 0;
    welcomedAs = introduced ? named(introduced) : '';
    limits.value = frame.limits;
    known.value = frame.known;
    card.value = frame.inbox;
    show(welcomed(talk.value, frame));
    if (frame.token) adopt(frame.token);
    if (introduced) keep.set('token', null);
    if (said.identity && said.identity != introduced) introduce();
    given();
    arrived();
    outbox.resume();
    if (reach.value?.state == 'leaving') sendReach();
  }

  /** @param {any} frame */
  function follow(frame) {
    const before = talk.value.position;
    show(followed(talk.value, frame));
    const fresh = frame.events.filter((/** @type {any} */ event) => ours(event) && event.id > before);
    if (fresh.length) latest.value = fresh;
    for (const _ of fresh) tell('message', { by: 'agent' });
  }

  /** @param {any} frame */
  function acknowledge(frame) {
    show(acknowledged(talk.value, frame));
    if (reach.value && reach.value.id == frame.id) return void (reach.value = { ...reach.value, state: 'kept' });
    if (!outbox.messages.value.some(({ id }) => id == frame.id)) return;
    outbox.acknowledged(frame);
    tell('message', { by: 'customer' });
  }

  /** @param {any} frame */
  function refuse(frame) {
    if (outbox.refused(frame)) return;
    lastRefusal = frame;
    if (reach.value && reach.value.id == frame.id && !frame.retry) reach.value = { ...reach.value, state: 'refused' };
    if (frame.code == 'identity_refused') {
      delete said.identity;
      if (introduced) token = null;
      become('', 'here');
      tell('identity');
    }
    if (frame.code == 'token_refused') forget();
  }

  /**
   * Told not to come again with what we showed. Without it, once more; after that a person has to look.
   * @param {number} code
   */
  function refused(code) {
    if (code == 4401 && ++refusals <= 2) line.start();
    if (code == 4403) outbox.refuseAll({ code: lastRefusal.code, title: lastRefusal.title });
  }

  function forget() {
    token = null;
    keep.set('token', null);
    talk.value = NOTHING;
  }

  function reset() {
    talk.value = NOTHING;
    line.restart();
  }

  /**
   * A customer whom the shop vouches for comes back by a token that outlives the shop's word by some hours. Whoever uses
   * this browser after them must not find it: it stays in this page's memory.
   * @param {string} fresh the token that we were given
   */
  function adopt(fresh) {
    if (introduced) return void (token = fresh);
    const best = token ? fresh : settled(fresh, keep.get('token'));
    token = best;
    keep.set('token', best);
    if (best != fresh) reset();
  }

  /**
   * Another tab of this browser has a token too: they become one visitor.
   * @param {string | null} theirs
   */
  function agree(theirs) {
    if (!token || !theirs || theirs == token) return;
    const mine = token;
    token = settled(mine, theirs);
    if (token == mine) keep.set('token', mine);
    else reset();
  }

  /** @param {import('./types').Talk} next */
  function show(next) {
    talk.value = next;
    const arrivedUpto = newest(next);
    if (arrivedUpto > next.delivered && line.send({ t: 'read', upto: next.read, delivered: arrivedUpto })) {
      talk.value = { ...next, delivered: arrivedUpto };
    }
    report();
  }

  /** What the shop's page may know: how much is unread, and whether its next page has something to look after. */
  function report() {
    const { conversation } = talk.value;
    const count = unread(talk.value);
    const on = (!!conversation && conversation.status != 'closed') || outbox.messages.value.length > 0;
    if (count != told.unread) tell('unread', { count });
    if (on != told.talk) {
      tell('talk', { on });
      keep.set('talk', on ? '1' : null);
    }
    told = { unread: count, talk: on };
  }

  /** The person has the newest message before their eyes. */
  function seen() {
    const upto = newest(talk.value);
    if (upto <= talk.value.read) return;
    if (line.send({ t: 'read', upto, delivered: upto })) show({ ...talk.value, read: upto, delivered: upto });
  }

  /**
   * @param {string} text
   * @param {import('./types').FileShown[]} files
   */
  function send(text, files) {
    typing(false);
    if (files.length) outbox.add({ text, files: files.map((file) => file.id) }, files);
    else outbox.add({ text });
    report();
    comeAgain();
  }

  /** @param {string} id of a message that was refused and that the person wants sent after all */
  function retry(id) {
    const lost = pending().some((message) => message.id == id && message.lost);
    outbox.retry(id, lost ? { files: undefined } : {});
    comeAgain();
  }

  /** Told not to come again, we come when the person asks for it: a block may have been taken back meanwhile. */
  function comeAgain() {
    if (line.state.value == 'refused') line.start();
  }

  /** @returns {import('./types').Pending[]} */
  function pending() {
    return outbox.messages.value.map((message) => {
      const { id, at, frame, state, refusal } = message;
      const held = refusal?.code == KEPT;
      return {
        id, at, text: frame.text, files: filesOf(message), held,
        lost: !!refusal && FILES_GONE.includes(refusal.code) && !!frame.files,
        why: refusal?.code,
        refused: state == 'refused' && !held ? refusal?.title || ' ' : undefined,
      };
    });
  }

  /**
   * @param {import('../shared/sending.js').Unsent} message
   * @returns {import('./types').FileShown[]}
   */
  function filesOf({ frame, beside = [] }) {
    return beside.filter((/** @type {import('./types').FileShown} */ { id }) => frame.files?.includes(id));
  }

  /** @param {boolean} on */
  function typing(on) {
    const at = timers.now();
    if (on ? at - typedAt < TYPING_AGAIN : !typedAt) return;
    typedAt = on ? at : 0;
    line.send({ t: 'typing', on });
  }

  /** @param {any} frame */
  function watchTyping({ by, on }) {
    typingOver();
    talk.value = { ...talk.value, typing: on ? by : null };
    if (on) typingOver = timers.after(TYPING_ENDS, () => (talk.value = { ...talk.value, typing: null }));
  }

  /** @param {string} identity */
  function identify(identity) {
    if (identity == said.identity) return;
    said.identity = identity;
    // The desk, too, joins what a visitor said before signing in to the customer whom the shop then names.
    become(named(identity), person ? 'none' : 'all');
    refusals = 0;
    if (line.state.value == 'refused') line.start();
    else introduce();
  }

  /**
   * @param {string} next
   * @param {'none' | 'here' | 'all'} along
   */
  function become(next, along) {
    if (next == person) return;
    person = next;
    outbox.become(next, along);
    became(next, along != 'none');
  }

  function introduce() {
    const { identity } = said;
    if (line.send({ t: 'identify', identity })) introduced = identity;
  }

  /** @param {{email: string} | {phone: string}} way */
  function answerAt(way) {
    reach.value = { id: newId(), to: 'email' in way ? way.email : way.phone, state: 'leaving', ...way };
    sendReach();
  }

  function sendReach() {
    const { to, state, ...frame } = /** @type {any} */ (reach.value);
    line.send({ t: 'contact', ...frame });
  }

  function earlier() {
    const first = talk.value.events.find(({ conversation }) => conversation == talk.value.conversation?.id);
    if (!first || !talk.value.more || first.seq == asked) return;
    if (line.send({ t: 'history', before: first.seq })) asked = first.seq;
  }

  return {
    talk, card, limits, known, latest, reach, outbox, line, said, who, keep,
    person: () => person, start, seen, send, retry, pending, typing, identify, answerAt, earlier,
  };
}
