/** Hears the keys and does what they mean. */

import { intentOf } from './keys.js';

const EDITABLE = 'input:not([type="checkbox"]):not([type="radio"]):not([type="file"]), textarea, select, [contenteditable="true"]';

/**
 * @param {import('../state.js').Desk} desk
 * @returns {() => void} ends it
 */
export function listenToKeys(desk) {
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.defaultPrevented) return;
    const focus = document.activeElement;
    const intent = intentOf(event, {
      typing: !!focus?.matches(EDITABLE),
      covered: !!document.querySelector('dialog[open], [role="menu"]'),
      letters: desk.letters.value,
    });
    if (!intent) return;
    event.preventDefault();
    act(desk, intent);
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

/**
 * @param {import('../state.js').Desk} desk
 * @param {import('./keys.js').Intent} intent
 */
function act(desk, intent) {
  const one = desk.openSummary.value;
  switch (intent) {
    case 'next': return desk.walk(1);
    case 'previous': return desk.walk(-1);
    case 'search':
    case 'jump': return desk.ask(desk.asked.value === 'jump' ? null : 'jump');
    case 'find': return desk.find('');
    case 'help': return desk.ask('help');
    case 'begin': return desk.begin();
    case 'back': return backOut(desk);
  }
  if (!one) return;
  switch (intent) {
    case 'reply':
    case 'note': return desk.write(intent);
    case 'close': return one.status === 'closed' ? undefined : desk.close(one.id);
    case 'assign':
    case 'snooze':
    case 'label': return desk.ask(intent);
    case 'forward': return desk.names.mayForward() ? desk.forward(null) : undefined;
    case 'unread': return desk.markUnread(one.id);
  }
}

/** One step outwards: from the drawer, from the field to the conversation, from there to the list. @param {import('../state.js').Desk} desk */
function backOut(desk) {
  const focus = /** @type {HTMLElement | null} */ (document.activeElement);
  if (desk.viewsOut.value) desk.viewsOut.value = false;
  else if (desk.asideOut.value) desk.hideAside();
  else if (focus?.matches(EDITABLE)) /** @type {HTMLElement | null} */ (document.querySelector('.talk'))?.focus();
  else if (desk.open.value !== null) {
    const id = desk.open.value;
    desk.back();
    requestAnimationFrame(() => /** @type {HTMLElement | null} */ (document.querySelector(`.row[data-id="${id}"] > a`))?.focus());
  }
}
