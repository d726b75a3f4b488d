/** Where a conversation is scrolled to: it stays at its end while one is there, and stays put while one reads above. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { END, around, beyond, earlier, held, later, within } from './stretch.js';

/** Pixels from the end that still count as being there. */
const NEAR = 80;
/** Pixels from what is drawn at which more is drawn, or asked for. */
const SOON = 600;

/**
 * @typedef {import('../types').Line} Line
 *
 * @typedef {object} Place where one reads
 * @property {boolean} stuck at the end
 * @property {string} key of the first line in sight
 * @property {number} top its distance from the top, in pixels
 */

/**
 * @param {object} talk
 * @param {boolean} talk.ready whether there is something to show
 * @param {Line[]} talk.lines all of them
 * @param {() => void} talk.older asks for what came before
 * @param {(atEnd: boolean) => void} talk.atEnd told when one comes to the end or leaves it
 * @param {string} talk.sought key of a line that is to be shown, as soon as it is there
 */
export function useScrolling({ ready, lines, older, atEnd, sought }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const place = useRef(/** @type {Place | null} */ (null));
  const shown = useRef('');
  const [stretch, move] = useState(END);
  const drawn = within(lines, stretch);
  const more = beyond(lines, stretch);

  const toEnd = () => {
    if (place.current) place.current.stuck = true;
    atEnd(true);
    move(END);
    requestAnimationFrame(() => box.current && scrollToEnd(box.current));
  };

  const onScroll = () => {
    const at = box.current;
    if (!at || !place.current) return;
    const stuck = fromEnd(at) < NEAR && !more.after;
    if (stuck !== place.current.stuck) {
      atEnd(stuck);
      move(stuck ? END : held(lines, stretch));
    }
    place.current = { stuck, ...inSight(at) };
    goOn(at);
  };

  /** Draw, or ask for, what one comes near to. @param {HTMLElement} at */
  const goOn = (at) => {
    if (at.scrollTop < SOON) {
      if (more.before) move(earlier(lines, stretch));
      else older();
    } else if (more.after && fromEnd(at) < SOON) move(later(lines, stretch));
  };

  useLayoutEffect(() => {
    if (sought && sought !== shown.current && lines.some(({ key }) => key === sought)) move(around(lines, sought));
  }, [sought, lines]);

  useLayoutEffect(() => {
    const at = box.current;
    if (!at || !ready) return;
    const found = sought && sought !== shown.current && at.querySelector(`[data-key="${sought}"]`);
    if (found) {
      shown.current = sought;
      found.scrollIntoView({ block: 'center' });
      place.current = { stuck: false, ...inSight(at) };
      atEnd(false);
    } else if (!place.current) atEnd((place.current = begin(at)).stuck);
    else if (place.current.stuck) scrollToEnd(at);
    else stay(at, place.current);
    // Who is at the very top already, or has too little to scroll through, can't scroll any further to ask for it.
    if (!sought || sought === shown.current) goOn(at);
  }, [ready, lines, stretch, sought]);

  useEffect(() => {
    const at = box.current;
    if (!at || !ready) return;
    // A growing composer, or a picture that has loaded, must not push the newest words out of sight.
    const watch = new ResizeObserver(() => place.current?.stuck && scrollToEnd(at));
    watch.observe(at);
    if (at.firstElementChild) watch.observe(at.firstElementChild);
    return () => watch.disconnect();
  }, [ready]);

  return { box, onScroll, toEnd, drawn, more };
}

/**
 * At the end; or, where more is new than fits, at the first new message.
 * @param {HTMLElement} at
 * @returns {Place}
 */
function begin(at) {
  scrollToEnd(at);
  const divider = at.querySelector('.fact.new');
  const above = divider ? divider.getBoundingClientRect().top - at.getBoundingClientRect().top : 0;
  if (above < 0) at.scrollTop += above - NEAR;
  return { stuck: above >= 0, ...inSight(at) };
}

/**
 * What one reads stays where it is, whatever came in or went away above.
 * @param {HTMLElement} at
 * @param {Place} place
 */
function stay(at, { key, top }) {
  const line = at.querySelector(`[data-key="${key}"]`);
  if (line) at.scrollTop += line.getBoundingClientRect().top - at.getBoundingClientRect().top - top;
}

/**
 * @param {HTMLElement} at
 * @returns {{key: string, top: number}} the first words that begin in sight; a day's name would stay above when earlier
 *   words of that day come in
 */
function inSight(at) {
  const edge = at.getBoundingClientRect().top;
  const turns = /** @type {NodeListOf<HTMLElement>} */ (at.querySelectorAll('.turn'));
  const lines = turns.length ? turns : /** @type {NodeListOf<HTMLElement>} */ (at.querySelectorAll('[data-key]'));
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle].getBoundingClientRect().top < edge) low = middle + 1;
    else high = middle;
  }
  const line = lines[low];
  return { key: line?.dataset.key ?? '', top: line ? line.getBoundingClientRect().top - edge : 0 };
}

/** @param {HTMLElement} at */
const fromEnd = (at) => at.scrollHeight - at.scrollTop - at.clientHeight;

/** @param {HTMLElement} at */
const scrollToEnd = (at) => at.scrollTo({ top: at.scrollHeight });
