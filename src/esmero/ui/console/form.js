/** A form in hand: its values, what is wrong with them, and its sending, once at a time. */

import { useRef, useState } from 'preact/hooks';

import { newId } from '../shared/ids.js';
import { fieldsOf, wordsFor } from './words.js';

/**
 * @template {Record<string, any>} Values
 * @param {Values} initial
 * @param {(values: Values, key: string) => Promise<unknown>} send rises with what is wrong; the key makes a repetition harmless
 * @param {(values: Values) => Partial<Record<keyof Values & string, string>>} [check] what can be said before asking the desk
 * @param {{current: string}} [kept] the key, where it outlives the form
 */
export function useForm(initial, send, check = () => ({}), kept) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const own = useRef(newId());
  const key = kept ?? own;

  /** @param {Partial<Values>} changes */
  function change(changes) {
    // Another form is another call.
    key.current = newId();
    setValues((before) => ({ ...before, ...changes }));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in changes))));
  }

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    setTrouble('');
    const wrong = /** @type {Record<string, string>} */ (check(values));
    if (Object.keys(wrong).length) return refuse(wrong);
    setBusy(true);
    try {
      await send(values, key.current);
      key.current = newId();
    } catch (error) {
      const fields = fieldsOf(error);
      if (!Object.keys(fields).some((name) => name in values)) setTrouble(wordsFor(error));
      refuse(fields);
    } finally {
      setBusy(false);
    }
  }

  /** The first field that is wrong gets the focus, and a screen reader says why. @param {Record<string, string>} wrong */
  function refuse(wrong) {
    setErrors(wrong);
    requestAnimationFrame(() => /** @type {HTMLElement | null} */ (form.current?.querySelector('[aria-invalid="true"]') ?? null)?.focus());
  }

  return {
    values, errors, trouble, busy, change,
    /** For the `<form>`. */
    form: { ref: form, onSubmit: submit, noValidate: true },
    /** For a field with this name. @param {keyof Values & string} name */
    field: (name) => ({ name, value: values[name], error: errors[name], change: (/** @type {any} */ value) => change(/** @type {any} */ ({ [name]: value })) }),
  };
}
