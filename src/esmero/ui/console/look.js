/** Light, dark, or as the system has it; remembered here, so that the next start is not in the wrong light. */

/**
 * @param {'system' | 'light' | 'dark'} theme
 */
export function showTheme(theme) {
  const root = document.documentElement;
  if (theme == 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  remember('esmero.theme', theme == 'system' ? null : theme);
}

/** @returns {'system' | 'light' | 'dark'} */
export function shownTheme() {
  return /** @type {any} */ (document.documentElement.dataset.theme) || 'system';
}

/**
 * What a browser was told before anybody signed in: nothing is lost where it may not be kept.
 * @param {string} name
 * @param {string | null} value
 */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Then the next start asks the system again.
  }
}

/** @param {string} name */
export function remembered(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @returns {Storage | null} for messages that are not sent yet */
export function storage() {
  try {
    localStorage.setItem('esmero', '1');
    localStorage.removeItem('esmero');
    return localStorage;
  } catch {
    return null;
  }
}

/** @returns {Storage | null} for what belongs to this tab alone */
export function tabStorage() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
