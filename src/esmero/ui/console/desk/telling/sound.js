/** Two soft notes, made here: no file to load. A browser lets a page sound only after somebody has touched it. */

/** @type {AudioContext | null} */
let context = null;

/** Play it, or stay silent where the browser doesn't allow it. */
export function ring() {
  // A page that nobody has touched yet would only be told off.
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') context.resume();
    note(context, 659.25, 0);
    note(context, 880, 0.11);
  } catch {
    // No sound card, or no permission: the title and the list tell it too.
  }
}

/**
 * @param {AudioContext} on
 * @param {number} pitch hertz
 * @param {number} after seconds
 */
function note(on, pitch, after) {
  const begin = on.currentTime + after;
  const [tone, loudness] = [on.createOscillator(), on.createGain()];
  tone.type = 'sine';
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, begin);
  loudness.gain.linearRampToValueAtTime(0.12, begin + 0.015);
  loudness.gain.exponentialRampToValueAtTime(0.0001, begin + 0.5);
  tone.connect(loudness).connect(on.destination);
  tone.start(begin);
  tone.stop(begin + 0.52);
}
