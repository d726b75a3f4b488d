/**
 * The edge towards the shop's page. The page may be anybody's: it can ask for little, and what it says is checked.
 * Both sides name the other's exact origin, so nobody in between hears anything.
 */

/** @type {Record<string, (data: any) => object | null>} */
const KNOWN = {
  open: () => ({}),
  close: () => ({}),
  page: ({ url, title }) => (isPage(url) ? { url: url.slice(0, 2000), title: String(title ?? '').slice(0, 300) } : null),
  identify: ({ identity }) => (isJwt(identity) ? { identity } : null),
  language: ({ language }) => (isLanguage(language) ? { language } : null),
};

/**
 * @param {unknown} data what a page sent
 * @returns {any} what it asks for in `esmero` with its values, or null if it makes no sense
 */
export function understand(data) {
  if (!data || typeof data != 'object' || !('esmero' in data)) return null;
  const what = /** @type {string} */ (data.esmero);
  if (!Object.hasOwn(KNOWN, what)) return null;
  const values = KNOWN[what](data);
  return values && { esmero: what, ...values };
}

/**
 * @param {string} hash the fragment that the launcher wrote
 * @returns {{origin: string | null, language: string, theme: string}}
 */
export function settingsIn(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const origin = given.get('origin') || '';
  const language = given.get('language') || '';
  return {
    origin: /^https?:\/\/[^/]+$/.test(origin) ? origin : null,
    language: isLanguage(language) ? language : '',
    theme: given.get('theme') || '',
  };
}

/**
 * @param {Window} page the page around this frame
 * @param {string | null} origin whose page it says it is; null when this is a page of its own
 * @param {(asked: any) => void} listener
 * @returns {(what: string, values?: object) => void} tells the page something
 */
export function shop(page, origin, listener) {
  if (!origin || page == window) return () => {};
  addEventListener('message', (event) => {
    if (event.source != page || event.origin != origin) return;
    const asked = understand(event.data);
    if (asked) listener(asked);
  });
  return (what, values) => page.postMessage({ esmero: what, ...values }, origin);
}

/** @param {unknown} value */
const isPage = (value) => typeof value == 'string' && /^https?:\/\//.test(value);

/** @param {unknown} value */
const isJwt = (value) => typeof value == 'string' && value.length <= 4096 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value);

/** @param {unknown} value */
const isLanguage = (value) => typeof value == 'string' && value.length <= 35 && /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(value);
