/** Where in the console one is: the address of the page below `/console`, kept by the browser's history. */

import { batch, signal } from '@preact/signals';

import { ownPath } from './routes.js';

/** The path below `/console`, `/mine/open/42`; `/` at its door. */
export const path = signal(ownPath(location.pathname));
/** `?sort=newest`, or nothing. */
export const query = signal(location.search);
/** What follows `#`. Secrets of links stand there, since a server never sees it. */
export const fragment = signal(location.hash.slice(1));

/** @param {string} to below the console */
export const href = (to) => '/console' + (to == '/' ? '' : to);

/**
 * @param {string} to below the console, perhaps with a query
 * @param {{replace?: boolean}} [how] replace: the way back doesn't lead here again
 */
export function go(to, { replace = false } = {}) {
  const here = location.pathname + location.search;
  if (held && href(to) != here) return held(to);
  if (href(to) != here || fragment.peek()) history[replace ? 'replaceState' : 'pushState'](null, '', href(to));
  read();
}

/** @type {((to: string) => void) | null} */
let held = null;

/**
 * Stays here, because something would be lost.
 * @param {(to: string) => void} ask is told where somebody wants to go
 * @returns {() => void} lets them go again
 */
export function hold(ask) {
  const warn = (/** @type {Event} */ event) => event.preventDefault();
  held = ask;
  addEventListener('beforeunload', warn);
  return () => {
    held = null;
    removeEventListener('beforeunload', warn);
  };
}

/** Takes the secret out of the address bar and the history; `fragment` keeps it. */
export function hideFragment() {
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

function read() {
  batch(() => {
    path.value = ownPath(location.pathname);
    query.value = location.search;
    fragment.value = location.hash.slice(1);
  });
}

/** Links inside the console change the screen and load nothing. */
export function listen() {
  addEventListener('popstate', read);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = /** @type {Element} */ (event.target).closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download') || link.origin != location.origin) return;
    if (link.pathname != '/console' && !link.pathname.startsWith('/console/')) return;
    if (link.hash && link.pathname == location.pathname) return;
    event.preventDefault();
    go(ownPath(link.pathname) + link.search);
  });
}
