/** What the desk asks in between: where to go, until when, which labels. One at a time. */

import { useState } from 'preact/hooks';

import { Button } from '../../../shared/elements/button.js';
import { Dialog } from '../../../shared/elements/dialog.js';
import { Field } from '../../../shared/elements/field.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { Help } from '../keyboard/help.js';
import { choices, chosenTime, fieldTime } from '../talk/snoozes.js';
import { assignees, priorities } from '../talk/items.js';
import { nameOf, untilWhen } from '../words.js';
import { Command } from './command.js';
import { found } from './finding.js';
import { Picker } from './picker.js';

/**
 * @typedef {import('../state').Desk} Desk
 * @typedef {'jump' | 'help' | 'assign' | 'snooze' | 'label' | 'priority' | 'move' | 'block'} Ask
 * @typedef {{desk: Desk, one: import('../types').Summary, close: () => void}} Props
 */

/** @param {{desk: Desk}} props */
export function Asked({ desk }) {
  const ask = desk.asked.value;
  const one = desk.openSummary.value;
  const close = () => desk.ask(null);
  if (ask === 'jump') return html`<${Command} desk=${desk} close=${close} />`;
  if (ask === 'help') return html`<${Help} desk=${desk} close=${close} />`;
  if (!one || !ask) return null;
  const element = { assign: Assign, snooze: Snooze, label: Labels, priority: Priorities, move: Move, block: Block }[ask];
  return html`<${element} desk=${desk} one=${one} close=${close} />`;
}

/** @param {Props} props */
function Assign({ desk, one, close }) {
  const groups = assignees(desk, one);
  return html`<${Picker} title=${t('console-assign-to')} placeholder=${t('console-assign-find')} close=${close}
    find=${(/** @type {string} */ query) => groups.map(({ name, choices }) => ({ name, choices: found(choices, query, 50) }))} />`;
}

/** @param {Props} props */
function Snooze({ desk, one, close }) {
  const now = desk.now.peek();
  const [written, write] = useState(fieldTime(now + 24 * 3_600_000));
  const at = chosenTime(written, now);
  const times = choices(now).map(({ key, at }) => ({
    id: key, title: t('console-snooze-' + key), hint: untilWhen(at, now), icon: 'snooze', act: () => desk.snooze(one.id, at),
  }));
  return html`
    <${Picker} title=${t('console-snooze-until')} placeholder=${t('console-snooze-find')} close=${close} find=${(/** @type {string} */ query) => [{ name: '', choices: found(times, query) }]}>
      <form class="picker-more" onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        if (!at) return;
        close();
        desk.snooze(one.id, at);
      }}>
        <${Field} type="datetime-local" label=${t('console-snooze-at')} value=${written} min=${fieldTime(now)} change=${write} error=${at ? '' : t('console-snooze-past')} />
        <${Button} type="submit" disabled=${!at}>${t('console-snooze')}<//>
      </form>
      <p class="hint">${t('console-snooze-why')}</p>
    <//>`;
}

/** @param {Props} props */
function Labels({ desk, one, close }) {
  const all = [...desk.store.labels.value.values()].map((label) => {
    const on = one.labels.includes(label.id);
    return { id: String(label.id), title: label.name, on, stays: true, act: () => desk.act.label(one.id, label.id, !on) };
  });
  const empty = all.length ? undefined : t('console-no-labels');
  return html`<${Picker} title=${t('console-labels')} placeholder=${t('console-label-find')} close=${close} empty=${empty}
    find=${(/** @type {string} */ query) => [{ name: '', choices: found(all, query, 50) }]} />`;
}

/** @param {Props} props */
function Priorities({ desk, one, close }) {
  return html`<${Picker} title=${t('console-priority')} placeholder=${t('console-priority-find')} close=${close}
    find=${(/** @type {string} */ query) => [{ name: '', choices: found(priorities(desk, one), query) }]} />`;
}

/** @param {Props} props */
function Move({ desk, one, close }) {
  const inboxes = desk.names.inboxesFor(one).map(({ id, name, channel }) => ({ id: String(id), title: name, icon: channel, act: () => desk.act.move(one.id, id) }));
  return html`<${Picker} title=${t('console-move-to')} placeholder=${t('console-move-find')} close=${close}
    find=${(/** @type {string} */ query) => [{ name: '', choices: found(inboxes, query, 50) }]} />`;
}

/** @param {Props} props */
function Block({ desk, one, close }) {
  const name = nameOf(one.customer);
  const block = () => {
    close();
    desk.act.block(one.customer.id);
  };
  const foot = html`<${Button} onClick=${close}>${t('console-cancel')}<//><${Button} kind="risky" icon="block" onClick=${block}>${t('console-block')}<//>`;
  return html`<${Dialog} title=${t('console-block-title', { name })} close=${close} foot=${foot}><p>${t('console-block-why')}</p><//>`;
}
