/** Walking through a list by the keyboard, as WAI-ARIA's patterns for menus and list boxes have it. */

/**
 * @param {{key: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean}} event
 * @param {number} at where one stands, -1 for nowhere
 * @param {string[]} names of the entries
 * @returns {number | null} where the key leads; null if it leads nowhere
 */
export function step(event, at, names) {
  const count = names.length;
  if (!count || event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'ArrowDown': return (at + 1) % count;
    case 'ArrowUp': return at <= 0 ? count - 1 : at - 1;
    case 'Home': return 0;
    case 'End': return count - 1;
  }
  return [...event.key].length == 1 && event.key != ' ' ? jump(event.key, at, names) : null;
}

/**
 * The next entry that begins so, around the end.
 * @param {string} letter
 * @param {number} at
 * @param {string[]} names
 */
function jump(letter, at, names) {
  const wanted = letter.toLocaleLowerCase();
  for (let far = 1; far <= names.length; far += 1) {
    const place = (at + far + names.length) % names.length;
    if (names[place].trim().toLocaleLowerCase().startsWith(wanted)) return place;
  }
  return null;
}
