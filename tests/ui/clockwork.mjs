/** Time that tests move by hand, in the shape that the feed and the sending take. */

export function clockwork() {
  let at = 1_000_000;
  /** @type {{due: number, act: () => void}[]} */
  let waiting = [];

  return {
    now: () => at,
    after(wait, act) {
      const one = { due: at + wait, act };
      waiting.push(one);
      return () => (waiting = waiting.filter((other) => other != one));
    },
    /** Lets so many milliseconds pass; what falls due acts in order. */
    pass(length) {
      const until = at + length;
      for (;;) {
        const next = waiting.filter(({ due }) => due <= until).sort((one, other) => one.due - other.due)[0];
        if (!next) break;
        waiting = waiting.filter((one) => one != next);
        at = Math.max(at, next.due);
        next.act();
      }
      at = until;
    },
  };
}
