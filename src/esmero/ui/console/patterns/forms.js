/** Patterns that one presses and types into. */

import { useState } from 'preact/hooks';

import { Button, IconButton } from '../../shared/elements/button.js';
import { Area, Check, Field, Password, Select } from '../../shared/elements/field.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
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
];

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
