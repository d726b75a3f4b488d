/** Asks for a way to answer, when nobody is there: fetched when it is due. */

import { Component } from 'preact';

import { html } from '../shared/html.js';
import { t } from '../shared/i18n.js';
import { wayIn } from './reach.js';

export class Contact extends Component {
  /** @override */
  state = { wrong: false, hidden: false };

  /** @override */
  render() {
    const { model } = /** @type {any} */ (this.props);
    if (this.state.hidden) return null;
    const wrong = this.state.wrong || model.reach.value?.state == 'refused';
    return html`<form class="card arrives" noValidate onSubmit=${this.submit}>
      <label for="reach"><b>${t('talk-reach')}</b></label>
      <input id="reach" name="reach" autocomplete="email" inputmode="email" placeholder=${t('talk-reach-box')}
        aria-invalid=${wrong} aria-describedby=${wrong ? 'reach-wrong' : null} />
      ${wrong && html`<p class="why" id="reach-wrong" role="alert">${t('talk-reach-invalid')}</p>`}
      <div class="row">
        <button class="button" disabled=${model.reach.value?.state == 'leaving'}>${t('talk-reach-send')}</button>
        <button type="button" class="button plain" onClick=${() => this.setState({ hidden: true })}>${t('talk-reach-later')}</button>
      </div>
    </form>`;
  }

  submit = (/** @type {any} */ event) => {
    event.preventDefault();
    const way = wayIn(event.target.elements.reach.value);
    this.setState({ wrong: !way });
    if (way) /** @type {any} */ (this.props).model.answerAt(way);
    else event.target.elements.reach.focus();
  };
}
