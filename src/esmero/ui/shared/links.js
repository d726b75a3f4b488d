/** Finds addresses in what people write. It only cuts text; who draws the parts never makes HTML of them. */

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"'`]+|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b/gi;

/**
 * @param {string} text
 * @returns {{text: string, href?: string}[]} in order; joined, they are the text
 */
export function parts(text) {
  /** @type {{text: string, href?: string}[]} */
  const all = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const shown = trimmed(found);
    const href = hrefOf(shown);
    if (!href) continue;
    if (index > end) all.push({ text: text.slice(end, index) });
    all.push({ text: shown, href });
    end = index + shown.length;
  }
  if (end < text.length) all.push({ text: text.slice(end) });
  return all;
}

/**
 * A full stop or a bracket after an address belongs to the sentence, a bracket that was opened in it doesn't. Brackets
 * are counted once: ten thousand of them must not hold up the page.
 * @param {string} found
 */
function trimmed(found) {
  /** @type {Record<string, number>} */
  const unopened = { ')': excess(found, '(', ')'), ']': excess(found, '[', ']') };
  let end = found.length;
  for (; end; end -= 1) {
    const last = found[end - 1];
    const stray = last in unopened ? unopened[last]-- > 0 : /[.,:;!?।*_]/.test(last);
    if (!stray) break;
  }
  return found.slice(0, end);
}

/**
 * @param {string} text
 * @param {string} opens
 * @param {string} closes
 */
function excess(text, opens, closes) {
  return text.split(closes).length - text.split(opens).length;
}

/** @param {string} shown */
function hrefOf(shown) {
  if (/^[^/:]+@/.test(shown)) return 'mailto:' + shown;
  try {
    const url = new URL(/^www\./i.test(shown) ? 'https://' + shown : shown);
    // A name before the host (https://bank.example@evil.example) is there to deceive.
    return url.username || url.password ? null : url.href;
  } catch {
    return null;
  }
}
