/** What a browser says of itself, in two words. It may say anything, so this is a hint and nothing more. */

/** The order matters: many name others besides themselves. */
const BROWSERS = /** @type {const} */ ([
  [/\bEdgA?\/|EdgiOS\//, 'Edge'], [/\bOPR\/|OPT\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Vivaldi\//, 'Vivaldi'],
  [/Firefox\/|FxiOS\//, 'Firefox'], [/(Headless)?Chrom(e|ium)\/|CriOS\//, 'Chrome'], [/Version\/.*Safari\//, 'Safari'],
]);
const SYSTEMS = /** @type {const} */ ([
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/CrOS/, 'ChromeOS'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/Linux|X11/, 'Linux'],
]);

/**
 * @param {string} agent the User-Agent
 * @returns {string} "Firefox, Windows"; what is unknown is left out, and '' if that is all
 */
export function deviceOf(agent) {
  const named = [BROWSERS, SYSTEMS].map((all) => all.find(([sign]) => sign.test(agent))?.[1]);
  return named.filter(Boolean).join(', ');
}
