/** Files that are dragged over a conversation and let go go with the message. */

/**
 * @param {import('../state.js').Desk} desk
 * @returns {Record<string, (event: DragEvent) => void>} for the element that takes them
 */
export function dropping(desk) {
  return {
    onDragOver: (event) => {
      if (!desk.current.peek() || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      desk.isDropping.value = true;
    },
    onDragLeave: (event) => {
      const inside = /** @type {HTMLElement} */ (event.currentTarget).contains(/** @type {Node | null} */ (event.relatedTarget));
      if (!inside) desk.isDropping.value = false;
    },
    onDrop: (event) => {
      desk.isDropping.value = false;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!files.length) return;
      event.preventDefault();
      desk.current.peek()?.composing.upload(files, desk.store.limits.peek());
    },
  };
}
