/** The button that brings the emoji, which come when somebody wants one. */

import { Component } from 'preact';

import { html } from '../shared/html.js';
import { t } from '../shared/i18n.js';
import { Sign } from './signs.js';

export class Emoji extends Component {
  /** @override */
  state = { Picker: /** @type {any} */ (null), open: false };

  /** @override */
  render() {
    const { Picker, open } = this.state;
    return html`
      <button type="button" class="icon" aria-label=${t('talk-emoji')} aria-expanded=${open} aria-haspopup="true" onClick=${this.toggle}><${Sign} name="smile" /></button>
      ${open && Picker && html`<${Picker} choose=${this.choose} close=${this.toggle} />`}`;
  }

  toggle = async () => {
    const open = !this.state.open;
    const { Picker } = await import('./emoji.js');
    this.setState({ open, Picker });
    if (!open) box()?.focus();
  };

  choose = (/** @type {string} */ emoji) => {
    const text = box();
    if (!text) return;
    text.setRangeText(emoji, text.selectionStart, text.selectionEnd, 'end');
    /** @type {any} */ (this.props).view.write(text.value);
  };
}

/** @returns {HTMLTextAreaElement | null} */
const box = () => document.querySelector('textarea');
