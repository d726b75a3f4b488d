/** Which page a path leads to. */

/**
 * @param {string} pathname of the whole address
 * @returns {string} below `/console`, beginning with a slash and without one at its end
 */
export function ownPath(pathname) {
  const inner = pathname.replace(/^\/console(?=\/|$)/, '').replace(/\/+$/, '');
  return inner || '/';
}

/**
 * @param {string} path below the console
 * @returns {'setup' | 'join' | 'reset' | 'forgotten' | 'patterns' | 'settings' | 'desk'}
 */
export function pageOf(path) {
  const first = path.split('/')[1];
  switch (first) {
    case 'setup':
    case 'join':
    case 'reset':
    case 'forgotten':
    case 'patterns':
    case 'settings':
      return first;
  }
  return 'desk';
}
