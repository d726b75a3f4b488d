/** What one is told of while looking elsewhere, and how. */

import { useState } from 'preact/hooks';

import { toast } from '../../shared/elements/announcer.js';
import { Check } from '../../shared/elements/field.js';
import { Notice } from '../../shared/elements/notice.js';
import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { wordsFor } from '../words.js';
import { Head, Swatches } from './room.js';

/** @param {import('./room.js').Props} props */
export function Notices({ app, store }) {
  const { notify } = store.me.value;
  const [denied, setDenied] = useState(globalThis.Notification?.permission == 'denied');
  /** @param {Partial<typeof notify>} what */
  const change = (what) => app.changeMe({ notify: { ...notify, ...what } }).catch((problem) => toast(wordsFor(problem), { kind: 'late' }));

  /** The browser asks the person once; what was refused there can't be asked for again. @param {boolean} on */
  async function turnDesktop(on) {
    const allowed = !on || (await globalThis.Notification?.requestPermission()) == 'granted';
    setDenied(!allowed);
    change({ desktop: on && allowed });
  }

  return html`
    <${Head} title=${t('console-set-notices')} why=${t('console-set-notices-why')} />
    <div class="sheet form">
      <${Swatches} label=${t('console-set-tell')} name="messages" chosen=${notify.messages} change=${(/** @type {any} */ messages) => change({ messages })}
        options=${['all', 'mine', 'none'].map((one) => [one, t('console-set-tell-' + one)])} />
      <${Check} label=${t('console-set-sound')} hint=${t('console-set-sound-why')} value=${notify.sound} change=${(/** @type {boolean} */ sound) => change({ sound })} />
      <${Check} label=${t('console-set-desktop')} hint=${t('console-set-desktop-why')} value=${notify.desktop && !denied} change=${turnDesktop} />
      ${denied && html`<${Notice} kind="soon">${t('console-set-desktop-denied')}<//>`}
    </div>`;
}
