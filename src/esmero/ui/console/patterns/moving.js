/** Patterns that open and close. */

import { useState } from 'preact/hooks';

import { toast } from '../../shared/elements/announcer.js';
import { Button } from '../../shared/elements/button.js';
import { Dialog } from '../../shared/elements/dialog.js';
import { EmojiButton } from '../../shared/elements/emoji.js';
import { Menu } from '../../shared/elements/menu.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';

/** @type {import('./patterns.js').Pattern[]} */
export const MOVING = [
  {
    name: 'Menu', told: 'Things to do, or one to choose. Whoever opens it sees what is chosen.',
    keys: 'Enter, Space or ↓ opens; ↑ ↓ Home End walk; a letter jumps; Enter takes; Esc closes and gives the focus back; Tab leaves.',
    draw: Menus,
  },
  { name: 'Dialog', told: 'A question that has to be answered first. The page behind it can’t be reached meanwhile.', keys: 'Esc or a click beside it closes; the focus stays inside and returns to where it was.', draw: Dialogs },
  {
    name: 'Toast and announcer', told: 'What happened, said once. toast(…) also shows it, six seconds long, or until it is dismissed if it went wrong or can be undone; announce(…) only says it.',
    keys: 'Its buttons are reached by Tab.',
    draw: () => html`<${Button} onClick=${() => toast(t('console-saved'))}>toast<//><${Button} onClick=${() => toast(t('console-problem-unreachable'), { kind: 'late' })}>toast, late<//>
      <${Button} onClick=${() => toast(t('console-set-session-ended'), { action: { name: t('console-again'), act: () => {} } })}>toast, with an action<//>`,
  },
  { name: 'Emoji', told: 'A small list of our own, fetched when somebody wants it.', keys: 'Arrow keys walk, Enter takes one, Esc goes back.', draw: Emoji },
  {
    name: 'Empty, loading, closed', told: 'An empty place says why, and what next. What loads shows nothing for 300 ms, then the shape of what comes. What one may not see says so, and who can.',
    draw: () => html`<div class="whole group"><p class="sheet none">${t('console-set-labels-none')}</p><div class="sheet none" aria-busy="true">${t('console-loading')}</div></div>`,
  },
];

function Menus() {
  const [chosen, setChosen] = useState('waiting');
  const one = (/** @type {string} */ name) => ({ name, chosen: name == chosen, act: () => setChosen(name) });
  return html`
    <${Menu} items=${[one('waiting'), one('newest')]}>${chosen}<${Icon} name="down" /><//>
    <${Menu} look="icon-button" label=${t('console-set-do-with', { name: 'Ana' })} items=${[
      { name: t('console-set-agent-edit'), icon: 'pen', act: () => {} }, { name: t('console-set-agent-reset'), icon: 'key', keys: 'r', act: () => {} },
      { name: t('console-set-agent-disable'), icon: 'block', risky: true, apart: true, act: () => {} }]}><${Icon} name="more" /><//>`;
}

function Dialogs() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return html`
    <${Button} onClick=${() => setOpen(true)}>${t('console-set-sessions-end')}<//>
    ${open && html`<${Dialog} title=${t('console-set-sessions-ask')} close=${close} foot=${html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="risky" onClick=${close}>${t('console-set-sessions-end')}<//>`}>
      <p class="quiet">${t('console-set-sessions-ask-why')}</p><//>`}`;
}

function Emoji() {
  const [said, setSaid] = useState('');
  return html`<${EmojiButton} choose=${(/** @type {string} */ one) => setSaid(said + one)} /><span aria-live="polite">${said}</span>`;
}
