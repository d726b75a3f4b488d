/**
 * As much of Project Fluent's syntax as the widget's words use, at a quarter of the weight of `@fluent/bundle`, whose
 * name it has on the widget's page: texts, `{ $name }`, and `{ $name -> [a] … *[b] … }` by word, number or plural. A
 * test holds every message of the widget, in every language, to what `@fluent/bundle` makes of it.
 */

const ENTRY = /^([a-z][\w-]*) *= *(.*(?:\n(?:[ }].*|(?=\n)))*)/gim;
const VARIANT = /^\s*(\*?)\[\s*([\w-]+)\s*\] */;

/**
 * @typedef {string | {name: string, variants?: {key: string, pattern: Part[], otherwise: boolean}[]}} Part
 */

export class FluentResource {
  /** @param {string} written */
  constructor(written) {
    this.body = [...written.matchAll(ENTRY)].map(([, id, value]) => ({ id, value }));
  }
}

export class FluentBundle {
  /** @param {string} locale */
  constructor(locale) {
    this.numbers = new Intl.NumberFormat(locale);
    this.plurals = new Intl.PluralRules(locale);
    /** @type {Map<string, {value: any}>} */
    this.messages = new Map();
  }

  /** @param {FluentResource} resource */
  addResource({ body }) {
    for (const { id, value } of body) this.messages.set(id, { value });
  }

  /** @param {string} id */
  hasMessage(id) {
    return this.messages.has(id);
  }

  /** @param {string} id */
  getMessage(id) {
    const message = this.messages.get(id);
    if (typeof message?.value == 'string') message.value = patternOf(message.value);
    return message;
  }

  /**
   * @param {Part[]} pattern
   * @param {Record<string, string | number>} values
   * @returns {string}
   */
  formatPattern(pattern, values) {
    return pattern.map((part) => (typeof part == 'string' ? part : this.resolve(part, values))).join('');
  }

  /**
   * @param {Exclude<Part, string>} part
   * @param {Record<string, string | number>} values
   */
  resolve({ name, variants }, values) {
    const value = values[name] ?? `{$${name}}`;
    if (!variants) return typeof value == 'number' ? this.numbers.format(value) : value;
    const plural = typeof value == 'number' && this.plurals.select(value);
    const found = variants.find(({ key }) => key === String(value) || key === plural);
    return this.formatPattern((found || variants.find(({ otherwise }) => otherwise) || variants[0]).pattern, values);
  }
}

/** @param {string} written */
function patternOf(written) {
  let rest = written.trim();

  /** @returns {Part[]} up to the end, or to where the next variant or the end of its choice begins */
  function pattern() {
    /** @type {Part[]} */
    const parts = [];
    for (;;) {
      const [text] = /** @type {RegExpMatchArray} */ (rest.match(/^(?:(?!\n\s*(?:\*?\[|\}))[^{}])*/));
      if (text) parts.push(text.replace(/\n\s*/g, '\n'));
      rest = rest.slice(text.length);
      if (rest[0] != '{') return parts;
      parts.push(placeable());
    }
  }

  /** @returns {Part} */
  function placeable() {
    const [all, name, arrow] = rest.match(/^\{\s*\$([\w-]+)\s*(->)?/) || [rest, '', ''];
    rest = rest.slice(all.length);
    const variants = [];
    for (let found; arrow && (found = rest.match(VARIANT)); ) {
      rest = rest.slice(found[0].length);
      variants.push({ otherwise: !!found[1], key: found[2], pattern: pattern() });
    }
    rest = rest.replace(/^\s*\}/, '');
    return arrow ? { name, variants } : { name };
  }

  return pattern();
}
