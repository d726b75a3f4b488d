/** Where a conversation is scrolled to: it stays at its end while one is there, and stays put while one reads above. */

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Pixels from the end that still count as being there. */
const NEAR = 80;
/** Pixels from the beginning at which earlier messages are asked for. */
const EARLY = 400;

/**
 * @param {object} talk
 * @param {number} talk.id another conversation begins at its end
 * @param {import('../types').Line[]} talk.lines
 * @param {() => void} talk.older
 * @param {(atEnd: boolean) => void} talk.atEnd told when one comes to the end or leaves it
 * @returns {{box: import('preact').RefObject<HTMLDivElement | null>, onScroll: () => void, toEnd: () => void}}
 */
export function useScrolling({ id, lines, older, atEnd }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const place = useRef({ id: 0, stuck: true, first: '', fromEnd: 0 });

  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });

  const onScroll = () => {
    const at = box.current;
    if (!at) return;
    const fromEnd = at.scrollHeight - at.scrollTop - at.clientHeight;
    const stuck = fromEnd < NEAR;
    if (stuck !== place.current.stuck) atEnd(stuck);
    Object.assign(place.current, { stuck, fromEnd });
    if (at.scrollTop < EARLY) older();
  };

  useLayoutEffect(() => {
    const [at, was, first] = [box.current, place.current, lines[0]?.key ?? ''];
    if (!at) return;
    if (was.id !== id) atEnd((was.stuck = begin(at)));
    else if (was.stuck) toEnd();
    // Earlier messages came in above: what one reads stays where it is.
    else if (was.first !== first) at.scrollTop = at.scrollHeight - at.clientHeight - was.fromEnd;
    Object.assign(was, { id, first });
  }, [id, lines]);

  useEffect(() => {
    const at = box.current;
    if (!at) return;
    // A growing composer, or a picture that has loaded, must not push the newest words out of sight.
    const watch = new ResizeObserver(() => place.current.stuck && toEnd());
    watch.observe(at);
    if (at.firstElementChild) watch.observe(at.firstElementChild);
    return () => watch.disconnect();
  }, [id]);

  return { box, onScroll, toEnd };
}

/**
 * At the end; or, where more is new than fits, at the first new message.
 * @param {HTMLElement} at
 * @returns {boolean} whether it is the end
 */
function begin(at) {
  at.scrollTop = at.scrollHeight;
  const divider = at.querySelector('.fact.new');
  const above = divider ? divider.getBoundingClientRect().top - at.getBoundingClientRect().top : 0;
  if (above < 0) at.scrollTop += above - NEAR;
  return above >= 0;
}
