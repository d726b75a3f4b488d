/** Ids that a client makes: docs/protocol.md. */

/** @returns {string} 22 characters of A-Z a-z 0-9 - _, never the same again */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
