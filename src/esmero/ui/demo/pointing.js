/** Looks into frames of the same origin and into open shadow trees, and finds things there. */

/** @typedef {{left: number, top: number, width: number, height: number}} Place in pixels of the page's own window */

/**
 * @param {Document} page
 * @param {string[][]} ways the best first; each a way of selectors, every one inside what the one before it found
 * @returns {Place | null} where the first of them is that can be seen
 */
export function placeOf(page, ways) {
  for (const way of ways) {
    const place = follow(page, way);
    if (place) return place;
  }
  return null;
}

/**
 * @param {Document} page
 * @param {string[]} way
 * @returns {Place | null}
 */
function follow(page, way) {
  /** @type {Document | ShadowRoot | Element | null} */
  let inside = page;
  let left = 0;
  let top = 0;
  for (const [depth, selector] of way.entries()) {
    /** @type {Element | null} */
    const found = inside.querySelector(selector);
    if (!found) return null;
    const box = found.getBoundingClientRect();
    if (depth == way.length - 1) return isSeen(found, box) ? { left: left + box.left, top: top + box.top, width: box.width, height: box.height } : null;
    const frame = /** @type {HTMLIFrameElement} */ (found);
    if (found.localName == 'iframe') {
      left += box.left + frame.clientLeft;
      top += box.top + frame.clientTop;
    }
    inside = within(found);
    if (!inside) return null;
  }
  return null;
}

/**
 * @param {Element} element
 * @returns {Document | ShadowRoot | Element | null} null for a frame that belongs to another site
 */
function within(element) {
  if (element.localName == 'iframe') return /** @type {HTMLIFrameElement} */ (element).contentDocument;
  return element.shadowRoot || element;
}

/**
 * @param {Document | ShadowRoot} page
 * @returns {Generator<Window>} the window of every frame in it, and of the frames in those
 */
export function* windowsIn(page) {
  for (const element of page.querySelectorAll('*')) {
    const inside = within(element);
    if (inside == element || !inside) continue;
    if (element.localName == 'iframe') yield /** @type {Window} */ (/** @type {HTMLIFrameElement} */ (element).contentWindow);
    yield* windowsIn(/** @type {Document | ShadowRoot} */ (inside));
  }
}

/**
 * @param {Element} element
 * @param {DOMRect} box
 */
function isSeen(element, box) {
  return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
}
