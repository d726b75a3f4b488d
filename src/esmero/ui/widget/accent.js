/** A shop's own colour in the place of ours, moved as far as it takes to be read on our grounds. */

const READABLE = 4.5;
const GROUNDS = { light: '#ffffff', dark: '#211f1b' };
const INKS = ['#ffffff', '#10211d'];

/**
 * @param {string} colour #rrggbb
 * @param {'light' | 'dark'} theme
 * @returns {Record<string, string>} tokens
 */
export function accented(colour, theme) {
  const ground = GROUNDS[theme];
  const end = theme == 'light' ? '#000000' : '#ffffff';
  let part = 0;
  let accent = colour;
  while (contrast(accent, ground) < READABLE && part < 1) accent = mixed(colour, end, (part += 0.05));
  const ink = INKS.reduce((best, next) => (contrast(next, accent) > contrast(best, accent) ? next : best));
  return { '--accent': accent, '--accent-ink': ink, '--accent-wash': mixed(ground, accent, 0.12) };
}

/**
 * WCAG 2.2, contrast ratio.
 * @param {string} one
 * @param {string} other
 */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {string} from
 * @param {string} to
 * @param {number} part of `to`
 */
function mixed(from, to, part) {
  const target = channels(to);
  const values = channels(from).map((value, index) => Math.round(value + (target[index] - value) * Math.min(1, part)));
  return '#' + values.map((value) => value.toString(16).padStart(2, '0')).join('');
}

/** @param {string} colour */
function channels(colour) {
  return [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
}
