/** The shop's page: six lamps, drawn by a few strokes, in four languages. */

const WORDS = {
  en: { name: 'English', title: 'Light for slow evenings', text: 'Lamps made in small numbers. Delivered to your door, taken back for thirty days.', lamps: ['Arc floor lamp', 'Pebble table lamp', 'Orbit pendant', 'Comet pendant', 'Lantern wall light', 'Firefly night light'], kinds: ['for reading', 'for the bedside', 'above the table', 'for a stairwell', 'for the porch', 'for small people'] },
  es: { name: 'Español', title: 'Luz para tardes sin prisa', text: 'Lámparas hechas en tiradas pequeñas. Se las llevamos a casa y tiene treinta días para devolverlas.', lamps: ['Lámpara de pie Arco', 'Lámpara de mesa Guijarro', 'Colgante Órbita', 'Colgante Cometa', 'Aplique Farol', 'Luz de noche Luciérnaga'], kinds: ['para leer', 'para la mesilla', 'sobre la mesa', 'para la escalera', 'para el porche', 'para los pequeños'] },
  hi: { name: 'हिन्दी', title: 'सुकून भरी शामों की रोशनी', text: 'गिनती के लैंप, हाथ से बने। घर तक पहुँचाते हैं, तीस दिन में लौटा सकते हैं।', lamps: ['आर्क फ़्लोर लैंप', 'पेबल टेबल लैंप', 'ऑर्बिट पेंडेंट', 'कॉमेट पेंडेंट', 'लालटेन वॉल लाइट', 'जुगनू नाइट लाइट'], kinds: ['पढ़ने के लिए', 'सिरहाने के लिए', 'मेज़ के ऊपर', 'सीढ़ियों के लिए', 'बरामदे के लिए', 'बच्चों के लिए'] },
  hu: { name: 'Magyar', title: 'Fény a lassú estékhez', text: 'Lámpák kis példányszámban. Házhoz visszük, harminc napig visszavesszük.', lamps: ['Ív állólámpa', 'Kavics asztali lámpa', 'Pálya függeszték', 'Üstökös függeszték', 'Lámpás falikar', 'Szentjánosbogár éjjeli fény'], kinds: ['olvasáshoz', 'ágy mellé', 'asztal fölé', 'lépcsőházba', 'tornácra', 'kicsiknek'] },
};
const PRICES = [189, 64, 148, 172, 79, 29];
/** Each lamp: lines of its body, and where its light is (x, y, radius). */
const DRAWN = [
  ['M60 140h44M82 140V60q0-44 44-44t36 40', 162, 62, 18],
  ['M70 140h80M96 140q-6-34 14-34t14 34', 110, 88, 26],
  ['M110 0v56', 110, 78, 22],
  ['M110 0v70M98 70h24', 110, 88, 17],
  ['M70 40h20v60M90 50h30v44h-30z', 105, 72, 14],
  ['M84 140h52', 110, 108, 30],
];

const language = document.documentElement.lang in WORDS ? document.documentElement.lang : 'en';
const words = WORDS[/** @type {'en'} */ (language)];
const price = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

document.getElementById('languages')?.append(...Object.entries(WORDS).map(([code, { name }]) => {
  const link = element('a', name, { href: `/demo/shop?language=${code}`, lang: code });
  if (code == language) link.setAttribute('aria-current', 'page');
  return link;
}));
const list = element('ul', '');
list.append(...words.lamps.map((name, place) => {
  const item = element('li', '');
  item.append(lamp(place), element('h2', name), element('p', words.kinds[place]), element('strong', price.format(PRICES[place])));
  return item;
}));
document.getElementById('shop')?.append(element('h1', words.title), element('p', words.text), list);

/**
 * @param {string} tag
 * @param {string} text
 * @param {Record<string, string>} [attributes]
 */
function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** @param {number} place */
function lamp(place) {
  const [body, x, y, radius] = DRAWN[place];
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const shape = (/** @type {string} */ tag, /** @type {Record<string, any>} */ attributes) => {
    const part = document.createElementNS(picture.namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    picture.append(part);
  };
  picture.setAttribute('viewBox', '0 0 220 150');
  picture.setAttribute('aria-hidden', 'true');
  shape('circle', { cx: x, cy: y, r: Number(radius) * 2, fill: '#f7d489', opacity: 0.28 });
  shape('circle', { cx: x, cy: y, r: radius, fill: '#f2b84b' });
  shape('path', { d: body, fill: 'none', stroke: '#2b2420', 'stroke-width': 3, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  return picture;
}
