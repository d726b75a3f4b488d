/** A few emoji that one uses with a firm; a keyboard has all the others. Fetched when somebody wants one. */

import { Component } from 'preact';

import { html } from '../shared/html.js';
import { t } from '../shared/i18n.js';

const EMOJI = [
  ...'😀😃😄😁😅😂🙂😉😊😍🥰😘😎🤔😐😕🙁😟😢😭😤😠😱😴🤒🤗',
  ...'👍👎👌🙏👏💪👋🤝🤞👀🎉🎁🌸💐🍀⭐🔥💡❓✅❌⏰📦📷📞💬',
  '❤️', '✌️', '☀️', '⚠️', '✈️', '☎️',
];
const ACROSS = 8;

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ACROSS, ArrowUp: -ACROSS };

/** Arrow keys walk, Enter takes, Escape goes back to the text. */
export class Picker extends Component {
  /** @override */
  state = { at: 0 };
  /** @type {any} */
  grid = null;

  /** @override */
  componentDidMount() {
    this.focus(0);
    document.addEventListener('pointerdown', this.outside);
  }

  /** @override */
  componentWillUnmount() {
    document.removeEventListener('pointerdown', this.outside);
  }

  /** @override */
  render() {
    const { choose } = /** @type {any} */ (this.props);
    return html`<div class="emoji arrives" role="group" aria-label=${t('talk-emoji')} onKeyDown=${this.walk} ref=${(/** @type {any} */ grid) => (this.grid = grid)}>
      ${EMOJI.map((emoji, index) => html`<button type="button" key=${emoji} tabindex=${index == this.state.at ? 0 : -1} onClick=${() => choose(emoji)}>${emoji}</button>`)}
    </div>`;
  }

  walk = (/** @type {KeyboardEvent} */ event) => {
    const across = STEPS[event.key];
    // From the right, the next one is on the left.
    const step = Math.abs(across) == 1 && document.documentElement.dir == 'rtl' ? -across : across;
    if (event.key == 'Escape') /** @type {any} */ (this.props).close();
    else if (step) this.focus(Math.min(EMOJI.length - 1, Math.max(0, this.state.at + step)));
    else return;
    event.preventDefault();
  };

  outside = (/** @type {PointerEvent} */ event) => {
    const inside = this.grid?.contains(event.target) || this.grid?.previousSibling?.contains(event.target);
    if (!inside) /** @type {any} */ (this.props).close();
  };

  /** @param {number} at */
  focus(at) {
    this.setState({ at });
    this.grid.children[at].focus();
  }
}
