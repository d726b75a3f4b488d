/** Oneself: whether one is here, how it looks, in which language, and the way out. */

import { Face } from '../../../shared/elements/face.js';
import { Menu } from '../../../shared/elements/menu.js';
import { html } from '../../../shared/html.js';
import { t } from '../../../shared/i18n.js';
import { LANGUAGES } from '../../../shared/languages.js';

const THEMES = /** @type {const} */ (['system', 'light', 'dark']);

/** @param {{desk: import('../state').Desk}} props */
export function MeMenu({ desk }) {
  const me = desk.store.me.value;
  const state = desk.store.connection.value === 'live' ? me.availability : 'offline';
  return html`
    <${Menu} look="me" up items=${itemsOf(desk, me)} id="me">
      <${Face} name=${me.name} presence=${state} />
      <span class="who"><span class="clip">${me.name}</span><br /><span class="quiet">${t('console-presence-' + state)}</span></span>
    <//>`;
}

/**
 * @param {import('../state').Desk} desk
 * @param {import('../types').Me} me
 * @returns {import('../../../shared/elements/menu.js').Item[]}
 */
function itemsOf(desk, me) {
  const here = me.availability === 'available';
  return [
    { name: t('console-be-available'), chosen: here, act: () => desk.changeMe({ availability: 'available' }) },
    { name: t('console-be-away'), chosen: !here, act: () => desk.changeMe({ availability: 'away' }) },
    ...THEMES.map((theme, index) => ({ name: t('console-theme-' + theme), chosen: me.theme === theme, apart: !index, act: () => desk.changeMe({ theme }) })),
    ...Object.entries(LANGUAGES).map(([code, name], index) => ({ name, chosen: me.language === code, apart: !index, act: () => desk.changeMe({ language: code }) })),
    { name: t('console-keys'), icon: 'keyboard', keys: '?', apart: true, act: () => desk.ask('help') },
    { name: t('console-settings'), icon: 'gear', act: () => desk.leaveFor('/settings') },
    { name: t('console-sign-out'), icon: 'out', act: () => desk.app.signOut() },
  ];
}
