/** Whether somebody is at this page: colleagues and customers see who is really there. */

/** @returns {() => boolean} whether a person has touched the page since it was last asked */
export function activity() {
  let touched = true;
  const touch = () => (touched = true);
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focus']) {
    addEventListener(kind, touch, { passive: true, capture: true });
  }
  return () => {
    const was = touched;
    touched = false;
    return was;
  };
}
