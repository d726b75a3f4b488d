/**
 * The one call of `@preact/signals` that this page and the modules it shares with the console use, at a tenth of the
 * weight: a shop's page pays for every byte. The import map of frame.html gives it that name. Nothing here subscribes
 * to single values: the widget is small, and is drawn as a whole when something in it has changed.
 */

/** @type {Set<() => void>} */
const listeners = new Set();

/**
 * @template T
 * @param {T} value
 */
export function signal(value) {
  return {
    get value() {
      return value;
    },
    set value(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}

/**
 * @param {() => void} listener called after any change of any signal, once for all that happen together
 */
export function whenChanged(listener) {
  let due = false;
  listeners.add(() => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      listener();
    });
  });
}
