/** What the page of a conversation shows: who answers, what was said, and where an answer goes if one leaves. */

import { html } from '../shared/html.js';
import { locale, t } from '../shared/i18n.js';
import { Body } from '../widget/conversation.js';
import { Face } from '../widget/face.js';
import { presence } from '../widget/hours.js';
import { Sign } from '../widget/signs.js';

/** @param {import('../widget/types').Room} room */
export function Talk(room) {
  return html`<${Body} ...${room} top=${html`<${Top} ...${room} /><${Also} ...${room} />`} />`;
}

/** @param {import('../widget/types').Room} room */
function Top({ model, now }) {
  const inbox = model.card.value;
  const { answering, conversation } = model.talk.value;
  const here = !!answering && inbox.people.some(({ id }) => id == answering.id);
  const [id, values] = presence(inbox, now, locale.value);
  const status = here && id == 'here' ? t('talk-is-here') : t('widget-' + id, values);
  return html`<header class="top">
    ${answering && html`<${Face} ...${answering} />`}
    <div class="who">
      <h1><bdi>${conversation?.subject || inbox.brand}</bdi></h1>
      <small>${answering ? html`<bdi>${t('talk-answers', { name: answering.name })}</bdi> · ` : ''}${status}</small>
    </div>
  </header>`;
}

/** @param {import('../widget/types').Room} room */
function Also({ model }) {
  const email = model.known.value && model.known.value.email;
  return email ? html`<p class="also">${t('page-also', { email })}</p>` : null;
}

/** The link leads nowhere: it is too old, was cut on its way, or the conversation is another's by now. */
export function Ended() {
  return html`<section class="ended">
    <${Sign} name="wait" />
    <h1>${t('page-ended')}</h1>
    <p>${t('page-ended-why')}</p>
  </section>`;
}
