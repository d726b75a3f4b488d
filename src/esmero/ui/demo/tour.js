/** A tour of five minutes: each step says one thing and points at where to try it, inside the frames too. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '../shared/elements/button.js';
import { html } from '../shared/html.js';
import { t } from '../shared/i18n.js';
import { bring, step } from './facts.js';
import { placeOf } from './pointing.js';

/** @typedef {import('./pointing.js').Place} Place */

const LOOK_EVERY_MS = 250;
const SHOP = '#shop iframe';
const DESK = '#console iframe';
const MAILBOX = '#mailbox iframe';
const WIDGET = [SHOP, 'html > div:last-of-type'];

/**
 * Each step: its words are `demo-step-<name>-title` and `-text`; which part of the page it is about; and what it
 * points at, the best first: a way of selectors, through frames and shadow trees.
 * @type {{name: string, part?: import('./facts.js').Part, at?: string[][]}[]}
 */
export const STEPS = [
  { name: 'welcome' },
  { name: 'shop', part: 'shop', at: [[...WIDGET, 'button']] },
  { name: 'write', part: 'shop', at: [[...WIDGET, 'iframe', 'textarea'], [...WIDGET, 'button']] },
  { name: 'answer', part: 'console', at: [[DESK, '#writing'], [DESK, '.list']] },
  { name: 'note', part: 'console', at: [[DESK, '#tab-note'], [DESK, '.list']] },
  { name: 'newer', part: 'console', at: [[DESK, '#writing'], [DESK, '.list']] },
  { name: 'mailbox', part: 'mailbox', at: [[MAILBOX, '.writing'], [MAILBOX, '#reply'], [MAILBOX, '#write']] },
  { name: 'mail', part: 'console', at: [[DESK, '#writing'], [DESK, '.list']] },
  { name: 'cut', part: 'director', at: [['#act-cut']] },
  { name: 'home', part: 'director', at: [['#act-home']] },
  { name: 'colleague', part: 'console', at: [['#who']] },
  { name: 'keys', part: 'console', at: [[DESK, '.list']] },
  { name: 'yours' },
];

export function Tour() {
  const [pointed, point] = useState(/** @type {Place | null} */ (null));
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  const place = step.value ?? 0;
  const { name, part, at = [] } = STEPS[place];
  const isLast = place == STEPS.length - 1;
  useEffect(() => {
    if (part) bring(part);
    title.current?.focus();
  }, [place]);
  return html`
    <${Ring} key=${name} at=${at} place=${pointed} found=${point} />
    <aside class=${['tour', part, pointed && isLow(pointed) && 'above'].filter(Boolean).join(' ')} aria-labelledby="tour-title" onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key == 'Escape' && end()}>
      <div class="tour-head"><h2 id="tour-title" tabindex="-1" ref=${title}>${t(`demo-step-${name}-title`)}</h2><${IconButton} icon="cross" label=${t('demo-skip')} onClick=${end} /></div>
      <p>${t(`demo-step-${name}-text`)}</p>
      <footer>
        <span class="figures">${t('demo-step-of', { step: place + 1, steps: STEPS.length })}</span>
        ${place > 0 && html`<${Button} kind="bare" onClick=${() => (step.value = place - 1)}>${t('demo-back')}<//>`}
        <${Button} kind="go" onClick=${() => (isLast ? end() : (step.value = place + 1))}>${t(isLast ? 'demo-end' : 'demo-next')}<//>
      </footer>
    </aside>`;
}

/**
 * What is pointed at moves: frames load, panels open, pages scroll. So it is looked for again and again.
 * @param {{at: string[][], place: Place | null, found: (place: (before: Place | null) => Place | null) => void}} props
 */
function Ring({ at, place, found }) {
  useEffect(() => {
    const look = () => found((before) => {
      const now = placeOf(document, at);
      return JSON.stringify(now) == JSON.stringify(before) ? before : now;
    });
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [at]);
  if (!place) return null;
  const { left, top, width, height } = place;
  return html`<div class="ring-around" ref=${(/** @type {HTMLElement | null} */ ring) => ring && Object.assign(ring.style, { left: left + 'px', top: top + 'px', width: width + 'px', height: height + 'px' })}></div>`;
}

/**
 * On a phone the words would lie on what they speak of, if that is at the lower end.
 * @param {Place} place
 */
const isLow = ({ top, height }) => top > innerHeight / 2 && top + height > innerHeight * 0.6;

function end() {
  step.value = null;
}
