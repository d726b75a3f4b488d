/** A tour of five minutes: each step says one thing and points at where to try it. */

import { useEffect, useRef } from 'preact/hooks';

import { Button } from '../shared/elements/button.js';
import { html } from '../shared/html.js';
import { t } from '../shared/i18n.js';

/** What each step points at; its words are `demo-step-<name>-title` and `-text`. */
export const STEPS = [
  { name: 'welcome', at: null },
  { name: 'shop', at: 'shop' },
  { name: 'write', at: 'shop' },
  { name: 'answer', at: 'console' },
  { name: 'note', at: 'console' },
  { name: 'newer', at: 'console' },
  { name: 'cut', at: 'director' },
  { name: 'home', at: 'director' },
  { name: 'colleague', at: 'console' },
  { name: 'keys', at: 'console' },
  { name: 'yours', at: null },
];

/**
 * @param {{place: import('@preact/signals').Signal<number>, shown: import('@preact/signals').Signal<string>}} props
 */
export function Tour({ place, shown }) {
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  const step = STEPS[place.value];
  const isLast = place.value == STEPS.length - 1;
  useEffect(() => {
    title.current?.focus();
    if (!step.at) return undefined;
    shown.value = step.at;
    const target = document.getElementById(step.at);
    target?.classList.add('pointed');
    return () => target?.classList.remove('pointed');
  }, [place.value]);
  return html`
    <aside class="tour" aria-labelledby="tour-title" onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key == 'Escape' && (place.value = -1)}>
      <h2 id="tour-title" tabindex="-1" ref=${title}>${t(`demo-step-${step.name}-title`)}</h2>
      <p>${t(`demo-step-${step.name}-text`)}</p>
      <footer>
        <span>${place.value + 1} / ${STEPS.length}</span>
        ${place.value > 0 && html`<${Button} kind="bare" onClick=${() => (place.value -= 1)}>${t('demo-back')}<//>`}
        ${!isLast && html`<${Button} kind="bare" onClick=${() => (place.value = -1)}>${t('demo-skip')}<//>`}
        <${Button} kind="go" onClick=${() => (place.value = isLast ? -1 : place.value + 1)}>${t(isLast ? 'demo-end' : 'demo-next')}<//>
      </footer>
    </aside>`;
}
