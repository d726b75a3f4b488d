/** Patterns that one presses and types into. */

import { useState } from 'preact/hooks';

import { Button, IconButton } from '../../shared/elements/button.js';
import { Area, Check, Field, Password, Select } from '../../shared/elements/field.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { NO_SERVERS } from '../settings/mail.js';
import { Servers } from '../settings/mail-parts.js';
import { Doing } from '../settings/mail-state.js';
import { Results } from '../settings/mail-test.js';
import { Copied, Picks, Swatches } from '../settings/room.js';

/** @type {import('./patterns.js').Pattern[]} */
export const FORMS = [
  {
    name: 'Button', told: 'One on a screen is go: the next step. bare for what is rarely used, risky for what can’t be undone, and it asks first. While busy it keeps its place and can’t be pressed again.',
    keys: 'Enter or Space presses. A shortcut is shown on it.',
    draw: () => html`<${Button} kind="go">${t('console-save')}<//><${Button}>${t('console-cancel')}<//><${Button} icon="plus">${t('console-set-label-new')}<//><${Button} kind="bare">${t('console-cancel')}<//>
      <${Button} kind="risky" icon="bin">${t('console-remove')}<//><${Button} kind="go" keys="Mod Enter">${t('console-send')}<//><${Button} kind="go" busy>${t('console-save')}<//><${Button} aria-disabled="true">${t('console-save')}<//>`,
  },
  {
    name: 'IconButton', told: 'A sign alone; its word is its label and its title. 34 px, 44 under a finger.',
    keys: 'Enter or Space presses.',
    draw: () => html`<${IconButton} icon="paperclip" label="Attach" /><${IconButton} icon="more" label="More" /><${IconButton} icon="bell" label="Notices" aria-pressed="true" />`,
  },
  {
    name: 'Field, Area, Select, Password', told: 'The name above, help and what is wrong below, tied to it for screen readers. A wrong one gets the focus when the form was refused.',
    keys: 'As the browser has them. The eye shows the password.',
    draw: Fields,
  },
  { name: 'Check, Picks, Swatches', told: 'On or off; some of several; one of a few that are seen together.', keys: 'Space turns; arrow keys choose among swatches.', draw: Choices },
  {
    name: 'Copied', told: 'Something to take elsewhere: a line of code, a link, a secret.',
    keys: 'The text can be reached and selected; the button says what it did.',
    draw: () => html`<div class="whole"><${Copied} text='<script async src="https://desk.example/widget.js" data-inbox="chat_…"></script>' label="Snippet" /></div>`,
  },
  {
    name: 'Servers', told: 'A mailbox’s two servers, folded where they were found well; its hosts stand on the fold. The port follows the encryption until somebody types one.',
    keys: 'Enter or Space folds and unfolds; fields as the browser has them.',
    draw: Mailbox,
  },
  {
    name: 'Results, Doing', told: 'What a test found: a sign and a sentence for each step, the server’s own words in quotes, folders to take where one is missing. And how a mailbox is doing: what passes by itself is soon, what needs somebody is late, with what to do.',
    keys: 'A folder is a button. The outcome is announced once.',
    draw: () => html`<div class="whole group"><${Results} report=${REPORT} take=${() => {}} />
      ${STATES.map((state) => html`<${Doing} key=${state.kind} state=${state} receives />`)}</div>`,
  },
];

/** @type {import('../settings/mail.js').Report} */
const REPORT = {
  receive: [step('connect'), step('sign_in'), step('folder', 'folder_missing', '', ['INBOX', 'Support'])],
  send: [step('connect'), step('sign_in', 'sign_in_refused', 'Refused. It says: 5.7.8 Not accepted')],
};
const STATES = /** @type {const} */ ([['ok', ''], ['waiting', 'no_answer'], ['refused', 'sign_in_refused']]).map(([kind, code]) => ({
  kind, code, words: '', since: Date.now() - 7_200_000, last_mail_at: Date.now() - 7_500_000, idles: true, later: kind == 'ok' ? 2 : 0, too_large: 0,
}));

function step(/** @type {string} */ name, code = 'ok', words = '', /** @type {string[]} */ folders = []) {
  return { name, ok: code == 'ok', code, words, hint: '', folders };
}

function Mailbox() {
  const [values, setValues] = useState({ ...NO_SERVERS, address: 'support@shop.example' });
  const change = (/** @type {any} */ changes) => setValues({ ...values, ...changes });
  return html`<div class="whole"><${Servers} values=${values} errors=${{}} field=${() => ({})} change=${change} folded /></div>`;
}

function Fields() {
  const [text, setText] = useState('');
  const [language, setLanguage] = useState('es');
  return html`<div class="whole pair">
    <${Field} label=${t('console-your-name')} hint=${t('console-your-name-why')} value=${text} change=${setText} />
    <${Field} label=${t('console-email')} value="ana" error=${t('console-field-not-a-mail-address')} />
    <${Select} label=${t('console-door-language')} value=${language} change=${setLanguage} options=${[['en', 'English'], ['es', 'Español'], ['hi', 'हिन्दी']]} />
    <${Password} label=${t('console-password')} value="correct horse" autocomplete="off" />
    <${Area} label=${t('console-set-sites')} placeholder="https://shop.example" /><${Field} label=${t('console-name')} value="—" disabled />
  </div>`;
}

function Choices() {
  const [on, setOn] = useState(true);
  const [chosen, setChosen] = useState([1]);
  const [tint, setTint] = useState('green');
  return html`<div class="whole group">
    <${Check} label=${t('console-set-sound')} hint=${t('console-set-sound-why')} value=${on} change=${setOn} />
    <${Picks} label=${t('console-set-team-members')} options=${[{ id: 1, name: 'Ana' }, { id: 2, name: 'Kovács Béla' }]} chosen=${chosen} change=${setChosen} none="" />
    <${Swatches} label=${t('console-set-tint')} name="pattern-tint" chosen=${tint} change=${setTint}
      options=${['grey', 'green', 'red'].map((one) => [one, html`<span class=${'tint-' + one}><i class="dot"></i></span>${t('console-tint-' + one)}`])} />
  </div>`;
}
