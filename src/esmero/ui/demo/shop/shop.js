/** The shop's page: what a shop has, and the two ways in which it talks to the widget: opening it, and naming a customer. */

import { lamp, room } from './lamps.js';
import { PRICES_EUR, WORDS } from './words.js';

const SIGNED = 'farol-signed-in';
const language = document.documentElement.lang in WORDS ? document.documentElement.lang : 'en';
const words = WORDS[language];
const price = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 });

/** The calls wait until the widget is there (docs/widget.md). */
const esmero = (/** @type {any[]} */ ...call) => /** @type {any} */ (window).Esmero(...call);
/** @type {any} */ (window).Esmero ||= function queue() {
  (/** @type {any} */ (window).Esmero.q ||= []).push(arguments);
};

at('languages').setAttribute('aria-label', words.languages);
at('languages').append(...Object.entries(WORDS).map(([code, { name }]) =>
  element('a', { href: `/demo/shop?language=${code}`, lang: code, 'aria-current': code == language && 'page' }, name)));
at('place').textContent = words.place;
at('shop').append(hero(), lamps(), good());
recognise();

function hero() {
  const ask = element('button', { type: 'button', class: 'ask' }, words.ask);
  ask.onclick = () => esmero('open');
  return element('section', { class: 'hero' },
    element('div', {}, element('h1', {}, words.title), element('p', {}, words.text), ask), room());
}

function lamps() {
  return element('ul', { class: 'lamps' }, ...words.lamps.map(([name, use, made], place) => element('li', {},
    lamp(place),
    element('h2', {}, name),
    element('p', {}, `${use} · ${made}`),
    element('div', { class: 'sale' }, element('strong', {}, price.format(PRICES_EUR[place])), buying(name)))));
}

/** @param {string} name */
function buying(name) {
  const button = element('button', { type: 'button', 'aria-label': `${words.buy}: ${name}` }, words.buy);
  button.onclick = () => {
    const isIn = button.classList.toggle('in');
    button.textContent = isIn ? words.bought : words.buy;
    button.ariaLabel = `${button.textContent}: ${name}`;
  };
  return button;
}

function good() {
  return element('ul', { class: 'good' }, ...words.good.map(([title, text]) =>
    element('li', {}, element('h2', {}, title), element('p', {}, text))));
}

/** A customer who has signed in is named to the desk by a token that the shop's server signed. */
async function recognise() {
  if (!sessionStorage[SIGNED]) return welcome(words.enter, () => (sessionStorage[SIGNED] = '1'));
  const answer = await fetch('/demo/shop/identity?language=' + language);
  const { name, identity } = await answer.json();
  esmero('identify', identity);
  welcome(words.leave, () => sessionStorage.removeItem(SIGNED), name);
}

/**
 * @param {string} word
 * @param {() => void} act
 * @param {string} [name]
 */
function welcome(word, act, name) {
  const button = element('button', { type: 'button' }, word);
  button.onclick = () => {
    act();
    location.reload();
  };
  at('me').replaceChildren(...(name ? [element('span', {}, name), button] : [button]));
}

/** @param {string} id */
function at(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @param {string} tag
 * @param {Record<string, string | false>} attributes
 * @param {...(string | Node)} inside
 */
function element(tag, attributes, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}
