/** What the desk is made of: lines of a list, turns of talk, what comes between. */

import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';

import { Button } from '../../shared/elements/button.js';
import { html } from '../../shared/html.js';
import { found } from '../desk/command/finding.js';
import { Picker } from '../desk/command/picker.js';
import { Newer } from '../desk/composer/newer.js';
import { BLANK, entered, typed } from '../desk/composer/writing.js';
import { Row } from '../desk/list/row.js';
import { Turn } from '../desk/talk/turn.js';

const NOW = Date.now();
const MINUTE = 60_000;
const KATALIN = { id: 7, name: 'Nagy Katalin', language: 'hu', known: true, blocked: false };
const LONG = { ...KATALIN, name: 'Özvegy Pálffy-Daunné Szentgyörgyi Mária Magdolna Terézia' };
const LABELS = [{ id: 1, name: 'Refund', tint: 'green' }, { id: 2, name: 'Delivery', tint: 'blue' }];

/** A mail's HTML without a desk. @type {any} */
const LETTERS = {
  mayOpen: true, source: async () => new Blob([]),
  markup: async () => '<h2 style="color:#1c6b5d">Számla</h2><p>A lámpa ára <b>42 €</b>.</p><img data-remote-src="https://tracker.example/1.gif">',
};

/** @type {import('./patterns.js').Pattern[]} */
export const DESK = [
  {
    name: 'A conversation in a list',
    told: 'Who, what was said last, and since when they wait. A sign before the words says that they were ours, or a note. The open one stays where it is when it no longer belongs, and fades.',
    keys: 'j and k go to the next and the previous one, arrow keys walk through the rows, Enter opens.',
    draw: () => html`
      <ul class="whole sheet queue">
        ${[
          row({}, {}),
          row({ priority: 'urgent', customer: LONG }, { labels: LABELS, here: ['Béla Varga'] }),
          row({ read: 7, customer: { ...KATALIN, name: 'आशा वर्मा' } }, { open: true, writes: true }),
          row({ read: 7, status: 'snoozed', snoozed_until: NOW + 180 * MINUTE }, {}),
          row({ read: 7, status: 'closed', last: said('', 2, 'agent') }, { leaving: true }),
        ].map(({ one, beside }, index) => html`<${Row} key=${index} one=${{ ...one, id: index }} href="#" beside=${beside} />`)}
      </ul>`,
  },
  {
    name: 'A turn of talk',
    told: 'Theirs on the sheet, ours on a wash of the accent, a note yellow and dashed: only we see it. What did not arrive says why, and what one can do.',
    draw: () => html`
      <ol class="whole thread">
        ${[
          turn({ side: 'them', text: 'Jó napot! Mikor kapom meg a pénzt?' }),
          turn({ side: 'them', text: 'És kell-e még valamit tennem?', first: false }),
          turn({ side: 'note', text: 'Parcel is in the warehouse since 8:50.' }),
          turn({ side: 'us', text: 'Kedves Katalin! Ma délután elindítjuk.', mark: 'read' }),
          turn({ side: 'us', text: 'Írok, amint elment.', mark: 'kept' }),
          turn({ side: 'us', text: 'Elment.', mark: 'refused', reason: 'The message is too long.' }),
          turn({ side: 'them', text: null }),
        ].map((one, index) => html`
          <${Turn} key=${index} turn=${one} name=${one.side === 'them' ? KATALIN.name : 'Ana Kovács'} mine=${one.side === 'us'} language="hu" fresh=${false}
            found=${false} act=${() => {}} />`)}
      </ol>`,
  },
  {
    name: 'A mail',
    told: 'A turn of talk with what a mail has beside its words: who else got it, what it quotes, which machine wrote it, and what came back of ours, in the words of the server that says so.',
    keys: 'The dots unfold what is quoted. What was designed opens below, in a frame that runs nothing.',
    draw: () => html`
      <ol class="whole thread">
        ${[
          turn({ text: 'Mikor kapom meg a pénzt?', letter: letter({ cc: [['pal@nagy.example', 'Nagy Pál']], quoted: 'Kedves Katalin!\nA csomag ma megérkezett hozzánk.', formatted: true, source: 1 }) }),
          turn({ text: 'Szeptember 4-ig nem vagyok elérhető.', letter: letter({ machine: 'auto-reply' }) }),
          turn({ side: 'us', text: 'Ma elindítjuk.', mark: 'queued', letter: letter({ bcc: [['archive@shop.example', '']] }) }),
          turn({ side: 'us', text: 'Elindítottuk.', mark: 'bounced', letter: letter({ returned: [{ address: 'katalin@nagy.example', permanent: true, trouble: trouble('no-such-address', '550 5.1.1 No such user') }] }) }),
          turn({ side: 'us', text: 'Elküldtük.', mark: 'failed', trouble: { ...trouble('mailbox-full', '552 5.2.2 Over quota'), address: 'pal@nagy.example', forAll: true } }),
          turn({ side: 'us', text: 'Itt a számla.', mark: 'unknown', trouble: trouble('outcome-unknown', '') }),
          turn({ side: 'us', text: 'Megérkezett?', mark: 'delayed', letter: letter({ returned: [{ address: 'pal@nagy.example', permanent: false, trouble: trouble('server-away', '451 4.4.1 No answer from host') }] }) }),
        ].map((one, index) => html`
          <${Turn} key=${index} turn=${one} name=${one.side === 'them' ? KATALIN.name : 'Ana Kovács'} mine=${one.side === 'us'} language="hu" fresh=${false}
            found=${false} act=${() => {}} letters=${LETTERS} />`)}
      </ol>`,
  },
  {
    name: 'What came while one wrote',
    told: 'Chat comes in bursts. A message that arrives while a reply is being written stands above it at once; Enter marks it as seen, and Enter again sends.',
    draw: () => html`<div class="whole write reply"><${Newer} composing=${overtaken(false)} /><${Newer} composing=${overtaken(true)} /></div>`,
  },
  {
    name: 'A list to choose from',
    told: 'Search or jump, assign, snooze, labels: a few letters find it, with or without accents.',
    keys: 'Letters narrow it, arrow keys walk, Enter chooses, Escape closes. The focus stays in the field.',
    draw: Choosing,
  },
];

function Choosing() {
  const [open, show] = useState(false);
  const choices = ['Ana Kovács', 'Béla Varga', 'María Muñoz', 'आशा वर्मा'].map((title, index) => ({ id: title, title, on: index === 1, act: () => {} }));
  return html`
    <${Button} onClick=${() => show(true)}>Choose somebody<//>
    ${open && html`<${Picker} title="Choose somebody" placeholder="A name" close=${() => show(false)}
      find=${(/** @type {string} */ query) => [{ name: '', choices: found(choices, query) }]} />`}`;
}

/**
 * @param {string} text
 * @param {number} ago minutes
 * @param {string} by
 */
function said(text, ago, by) {
  return { seq: 7, at: NOW - ago * MINUTE, by, text, files: text ? 0 : 2, note: false };
}

/**
 * @param {Partial<import('../desk/types').Summary>} one
 * @param {Partial<import('../desk/list/row.js').Beside>} beside
 */
function row(one, beside) {
  return {
    one: /** @type {import('../desk/types').Summary} */ ({
      id: 1, inbox: 1, channel: 'chat', reach: 'chat', status: 'open', subject: null, priority: 'normal', customer: KATALIN, customer_seq: 7, read: 0,
      last: said('Elküldtem a kártyaszámot, elég ez a visszatérítéshez?', 4, 'customer'), waiting_since: NOW - 4 * MINUTE, ...one,
    }),
    beside: { now: NOW, inbox: 'Chat on the shop', labels: [], here: [], writes: false, open: false, leaving: false, ...beside },
  };
}

/** @param {string} code @param {string} said */
const trouble = (code, said) => ({ code, status: '', said, address: '', forAll: false });

/**
 * @param {Partial<import('../desk/types').Turn>} one
 * @returns {import('../desk/types').Turn}
 */
function turn(one) {
  return {
    kind: 'turn', key: 'e' + one.text, side: 'them', by: { kind: 'customer', id: 7 }, at: NOW - 4 * MINUTE, seq: 1, event: 1, text: '', files: [],
    first: true, last: true, mark: '', reason: '', trouble: null, until: 0, letter: null, passed: null, ...one,
  };
}

/**
 * @param {Partial<import('../desk/types').Letter>} one
 * @returns {import('../desk/types').Letter}
 */
function letter(one) {
  return { quoted: '', to: [], cc: [], bcc: [], formatted: false, subject: '', machine: '', source: null, returned: [], ...one };
}

/**
 * @param {boolean} held
 * @returns {any} as much of a composer as the strip reads
 */
function overtaken(held) {
  const event = { id: 1, stream: 'conversation', of: 1, seq: 8, type: 'message.received', at: NOW, data: {}, by: { kind: 'customer', id: 7 }, text: 'És mikor ér ide?' };
  const writing = typed(BLANK, 'Ma', 7);
  return {
    writing: signal(held ? entered(writing, 8).writing : writing),
    opened: { newest: 8, thread: signal({ events: [event] }), customer: signal(KATALIN) },
  };
}
