/** Ids that a client makes: docs/protocol.md. */

/**
 * The time first: what is written at the same time the desk then keeps side by side.
 * @returns {string} 24 characters of A-Z a-z 0-9 - _, never the same again; later ones sort behind earlier ones
 */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Date.now().toString(36).padStart(8, '0') + btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
