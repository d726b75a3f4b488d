/** What was said. It stays at its end while the person is there, and keeps its place when older messages come on top. */

import { Component } from 'preact';

import { html } from '../shared/html.js';
import { language, t } from '../shared/i18n.js';
import { lines } from './lines.js';
import { Line } from './message.js';
import { asks } from './reach.js';
import { newest } from './talk.js';

/** Pixels from an end at which one counts as being there. */
const NEAR = 60;

export class Thread extends Component {
  /** @type {any} the element that scrolls */
  box = null;
  /** @type {any[]} what the lines were drawn from */
  from = [];
  /** @type {import('./types').Line[]} */
  lines = [];
  /** @type {any[]} */
  drawn = [];
  /** @type {Map<string, boolean> | null} each line by its key, and whether it came while one looked */
  known = null;
  /** @override */
  state = { away: false };
  /** Whether the person is at the end, and wants to stay there when things grow. */
  stays = true;
  top = 0;
  sizes = new ResizeObserver(() => this.stays && this.toEnd());

  /** @override */
  componentDidMount() {
    this.arrive();
    this.sizes.observe(this.box);
    document.addEventListener('visibilitychange', this.look);
  }

  /** @override */
  componentWillUnmount() {
    this.sizes.disconnect();
    document.removeEventListener('visibilitychange', this.look);
  }

  /** @override */
  getSnapshotBeforeUpdate() {
    const { scrollTop: top, scrollHeight: height } = this.box;
    // Whoever scrolls up in the very moment in which something arrives is not pulled down.
    return { top, height, end: this.stays && top >= this.top - NEAR, first: this.first, last: this.last };
  }

  /**
   * @override
   * @param {any} before
   * @param {any} _
   * @param {any} was
   */
  componentDidUpdate(before, _, was) {
    this.first = this.lines[0]?.key;
    this.last = this.lines.at(-1)?.key;
    if ((this.props.shown && !before.shown) || (this.first && !was.first)) this.arrive();
    else if (was.end || (this.last != was.last && this.isMine())) this.toEnd();
    else if (this.first != was.first) this.box.scrollTop = was.top + this.box.scrollHeight - was.height;
    this.look();
  }

  /** @override */
  render() {
    const { model } = this.props;
    const { typing, more } = model.talk.value;
    this.draw();
    return html`
      <div class="talk" role="log" aria-live="off" tabindex="0" aria-label=${t('talk-conversation')}
        ref=${(/** @type {any} */ box) => (this.box = box)} onScroll=${this.look} onLoadCapture=${this.settle}>
        ${more && html`<button class="earlier" onClick=${model.earlier}>${t('talk-earlier')}</button>`}
        ${this.drawn}
        ${!model.talk.value.visitor && !this.lines.length && html`<div class="shape" aria-hidden="true"><i /><i /><i /></div>`}
        ${typing && html`<p class="writing" title=${t('talk-typing', { name: typing.name })}>
          <span class="unseen">${t('talk-typing', { name: typing.name })}</span><i /><i /><i /></p>`}
        ${asks(model) && html`<${Later} load=${contact} shown=${this.settle} model=${model} />`}
      </div>
      <div class="under">${this.state.away && html`<button class="below" onClick=${() => this.toEnd()}>${t('talk-below')}</button>`}</div>`;
  }

  /** Typing in the composer draws the page, but not each message anew. */
  draw() {
    const { model, view } = this.props;
    const from = [model.talk.value, model.outbox.messages.value, view.divider.value, language.value];
    if (from.every((value, index) => value === this.from[index])) return;
    this.from = from;
    this.lines = lines(from[0], model.pending(), from[2]);
    const known = new Map(this.lines.map(({ key }) => [key, this.known ? (this.known.get(key) ?? true) : false]));
    this.known = model.talk.value.visitor ? known : null;
    const lastMine = this.lines.findLast((line) => line.kind == 'message' && line.mine)?.key;
    this.drawn = this.lines.map((line) => html`<${Line} key=${line.key} line=${line} model=${model} marked=${line.key == lastMine} fresh=${known.get(line.key)} />`);
  }

  /** Where the person begins to read: at what is new, else at the end. */
  arrive() {
    this.toEnd();
    this.box.querySelector('.new')?.scrollIntoView({ block: 'start' });
    this.look();
  }

  toEnd() {
    this.box.scrollTop = this.box.scrollHeight;
    this.top = this.box.scrollTop;
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.box;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  isMine() {
    const last = this.lines.at(-1);
    return last?.kind == 'message' && last.mine;
  }

  /** What is on screen is read; what is below and new is pointed at; older messages come when one scrolls up to them. */
  look = () => {
    const { model, shown } = this.props;
    if (!this.box || !shown || document.hidden) return;
    const end = (this.stays = this.atEnd());
    if (end) model.seen();
    else if (this.box.scrollTop < NEAR) model.earlier();
    const away = !end && newest(model.talk.value) > model.talk.value.read;
    if (away != this.state.away) this.setState({ away });
  };

  /** A picture or a part that has come makes the conversation taller. */
  settle = () => {
    if (this.stays) this.toEnd();
  };
}

const contact = () => import('./contact.js').then(({ Contact }) => Contact);

/** A rare part, fetched when it is needed. */
class Later extends Component {
  /** @override */
  state = { Part: /** @type {any} */ (null) };

  /** @override */
  componentDidMount() {
    const { load, shown } = /** @type {any} */ (this.props);
    load().then((/** @type {any} */ Part) => this.setState({ Part }, shown), () => {});
  }

  /** @override */
  render() {
    const { Part } = this.state;
    return Part && html`<${Part} ...${this.props} />`;
  }
}
