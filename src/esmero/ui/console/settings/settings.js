/** Settings: the list of rooms, and the one that is open. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { html } from '../../shared/html.js';
import { t } from '../../shared/i18n.js';
import { Icon } from '../../shared/icons.js';
import { href, path } from '../router.js';
import { Agents } from './agents.js';
import { Inbox } from './inbox.js';
import { Inboxes } from './inboxes.js';
import { Labels } from './labels.js';
import { Me } from './me.js';
import { NewInbox, isNew } from './new-inbox.js';
import { Notices } from './notices.js';
import { Head } from './room.js';
import { roomOf, roomsFor } from './rooms.js';
import { Sender } from './sender.js';
import { Senders } from './senders.js';
import { Sessions } from './sessions.js';
import { Teams } from './teams.js';
import { Tokens } from './tokens.js';

/** @type {Record<string, any>} */
const DRAWN = { me: Me, notices: Notices, sessions: Sessions, inboxes: Inboxes, sender: Sender, senders: Senders, agents: Agents, teams: Teams, labels: Labels, tokens: Tokens };

/** @param {{app: import('../app.js').App}} props */
export default function Settings({ app }) {
  const store = app.store.value;
  const { room, item } = roomOf(path.value);
  const narrow = useNarrow();
  const main = useRef(/** @type {HTMLElement | null} */ (null));
  const shown = room || 'me';
  useEffect(() => {
    document.title = `${t('console-set-' + shown)} · Esmero`;
    scrollTo(0, 0);
    // Whoever can't see that the room has changed is taken to its beginning.
    if (room && document.activeElement?.closest('.settings-ways')) main.current?.focus();
  }, [path.value]);
  if (!store) return null;
  const may = roomsFor(store.me.value.permissions);
  if (!room && narrow) return html`<main class="settings"><${Ways} rooms=${may} open="" alone /></main>`;
  const Drawn = may.some(({ name }) => name == shown) ? (shown == 'inboxes' && item ? (isNew(item) ? NewInbox : Inbox) : DRAWN[shown]) : Closed;
  return html`
    <div class="settings inside">
      <a class="skip" href="#room" onClick=${(/** @type {Event} */ event) => {
        event.preventDefault();
        main.current?.focus();
      }}>${t('console-skip')}</a>
      <${Ways} rooms=${may} open=${shown} />
      <main class="settings-room" id="room" tabindex="-1" ref=${main}>
        <div class="settings-inner" key=${shown + item}>
          <${Drawn} app=${app} store=${store} item=${item} />
        </div>
      </main>
    </div>`;
}

/** @param {{rooms: import('./rooms.js').RoomEntry[], open: string, alone?: boolean}} props alone: on a phone, where nothing else is shown */
function Ways({ rooms, open, alone = false }) {
  const Title = alone ? 'h1' : 'p';
  return html`
    <nav class="settings-ways" aria-label=${t('console-set-rooms')}>
      <a class="leave" href=${href('/')}><span class="turned"><${Icon} name="back" /></span>${t('console-set-leave')}</a>
      <${Title} class="title">${t('console-settings')}<//>
      ${/** @type {const} */ (['yours', 'desk']).map((part) => {
        const of = rooms.filter((one) => one.part == part);
        return of.length > 0 && html`
          <h2 id=${'set-' + part}>${t('console-set-' + part)}</h2>
          <ul aria-labelledby=${'set-' + part}>
            ${of.map(({ name, icon }) => html`
              <li key=${name}><a href=${href('/settings/' + name)} aria-current=${name == open ? 'page' : null}><${Icon} name=${icon} />${t('console-set-' + name)}</a></li>`)}
          </ul>`;
      })}
    </nav>`;
}

/** @returns {boolean} whether there is room for one pane only, as console.css has it */
function useNarrow() {
  const query = useMemo(() => matchMedia('(max-width: 760px)'), []);
  const [narrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const turn = () => setNarrow(query.matches);
    query.addEventListener('change', turn);
    return () => query.removeEventListener('change', turn);
  }, []);
  return narrow;
}

function Closed() {
  return html`<${Head} title=${t('console-set-closed')} why=${t('console-set-closed-why')} />`;
}
