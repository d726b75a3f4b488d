/** What the shop says, in its four languages. A shop's words are its own: they don't stand with the desk's. */

/**
 * @typedef {object} Words
 * @property {string} name the language's own name
 * @property {string} title
 * @property {string} text
 * @property {string} ask
 * @property {[string, string, string][]} lamps name, what for, and what it is made of
 * @property {[string, string][]} good what is good about buying here
 * @property {string} buy
 * @property {string} bought
 * @property {string} basket
 * @property {string} enter
 * @property {string} leave
 * @property {string} languages
 * @property {string} place
 */

/** @type {Record<string, Words>} */
export const WORDS = {
  en: {
    name: 'English',
    title: 'Light for slow evenings',
    text: 'Lamps made in small numbers, by people who would rather mend one than sell you another.',
    ask: 'Ask us anything',
    lamps: [
      ['Arc floor lamp', 'for reading', 'Brass and blown glass'],
      ['Pebble table lamp', 'for the bedside', 'Stoneware, linen shade'],
      ['Orbit pendant', 'above the table', 'Opal glass'],
      ['Comet pendant', 'for a stairwell', 'Spun steel, cable to measure'],
      ['Lantern wall light', 'for the porch', 'Iron and ribbed glass'],
      ['Firefly night light', 'for small people', 'Stays cool to the touch'],
    ],
    good: [
      ['Two to four days', 'Carried to your door, at no cost above 60 euros.'],
      ['Thirty days', 'Send back what is wrong for the room. We pay for the way.'],
      ['Mended here', 'Shades, cables and glass for every lamp we ever made.'],
    ],
    buy: 'Add to basket',
    bought: 'In the basket',
    basket: 'Basket',
    enter: 'Sign in',
    leave: 'Sign out',
    languages: 'Language',
    place: 'Farol, lamp makers. A shop that exists in this demo only.',
  },
  es: {
    name: 'Español',
    title: 'Luz para tardes sin prisa',
    text: 'Lámparas hechas en tiradas pequeñas, por gente que prefiere arreglar una a venderle otra.',
    ask: 'Pregúntenos lo que quiera',
    lamps: [
      ['Lámpara de pie Arco', 'para leer', 'Latón y vidrio soplado'],
      ['Lámpara de mesa Guijarro', 'para la mesilla', 'Gres, pantalla de lino'],
      ['Colgante Órbita', 'sobre la mesa', 'Vidrio opal'],
      ['Colgante Cometa', 'para la escalera', 'Acero, cable a medida'],
      ['Aplique Farol', 'para el porche', 'Hierro y vidrio estriado'],
      ['Luz de noche Luciérnaga', 'para los pequeños', 'No se calienta al tacto'],
    ],
    good: [
      ['De dos a cuatro días', 'Hasta su puerta, sin gastos a partir de 60 euros.'],
      ['Treinta días', 'Devuelva lo que no encaje en casa. El porte lo pagamos nosotros.'],
      ['Se arregla aquí', 'Pantallas, cables y vidrio para todas las lámparas que hemos hecho.'],
    ],
    buy: 'Añadir a la cesta',
    bought: 'En la cesta',
    basket: 'Cesta',
    enter: 'Entrar',
    leave: 'Salir',
    languages: 'Idioma',
    place: 'Farol, lámparas. Una tienda que solo existe en esta demostración.',
  },
  hi: {
    name: 'हिन्दी',
    title: 'सुकून भरी शामों की रोशनी',
    text: 'गिनती के लैंप, उन हाथों से बने जो नया बेचने से पहले पुराना ठीक करना चाहते हैं।',
    ask: 'कुछ भी पूछिए',
    lamps: [
      ['आर्क फ़्लोर लैंप', 'पढ़ने के लिए', 'पीतल और फूँककर बना काँच'],
      ['पेबल टेबल लैंप', 'सिरहाने के लिए', 'मिट्टी, लिनन का शेड'],
      ['ऑर्बिट पेंडेंट', 'मेज़ के ऊपर', 'दूधिया काँच'],
      ['कॉमेट पेंडेंट', 'सीढ़ियों के लिए', 'इस्पात, नाप का तार'],
      ['लालटेन वॉल लाइट', 'बरामदे के लिए', 'लोहा और धारीदार काँच'],
      ['जुगनू नाइट लाइट', 'बच्चों के लिए', 'छूने पर गरम नहीं लगता'],
    ],
    good: [
      ['दो से चार दिन', 'घर तक, 60 यूरो से ऊपर मुफ़्त।'],
      ['तीस दिन', 'जो कमरे में न जँचे, लौटा दीजिए। भाड़ा हमारा।'],
      ['यहीं मरम्मत', 'हमारे हर लैंप के शेड, तार और काँच मिलते हैं।'],
    ],
    buy: 'टोकरी में डालें',
    bought: 'टोकरी में है',
    basket: 'टोकरी',
    enter: 'साइन इन',
    leave: 'साइन आउट',
    languages: 'भाषा',
    place: 'Farol, लैंप की दुकान, जो सिर्फ़ इस डेमो में है।',
  },
  hu: {
    name: 'Magyar',
    title: 'Fény a lassú estékhez',
    text: 'Lámpák kis példányszámban, olyanoktól, akik szívesebben javítanak egyet, mint hogy másikat adjanak el.',
    ask: 'Kérdezzen bátran',
    lamps: [
      ['Ív állólámpa', 'olvasáshoz', 'Sárgaréz és fúvott üveg'],
      ['Kavics asztali lámpa', 'ágy mellé', 'Kőagyag, lenvászon búra'],
      ['Pálya függeszték', 'asztal fölé', 'Opálüveg'],
      ['Üstökös függeszték', 'lépcsőházba', 'Acél, méretre vágott kábel'],
      ['Lámpás falikar', 'tornácra', 'Vas és bordázott üveg'],
      ['Szentjánosbogár éjjeli fény', 'kicsiknek', 'Nem forrósodik fel'],
    ],
    good: [
      ['Két-négy nap', 'Házhoz visszük, 60 euró fölött ingyen.'],
      ['Harminc nap', 'Ami nem illik a szobába, visszaküldheti. Az utat mi fizetjük.'],
      ['Itt javítjuk', 'Búra, kábel és üveg minden lámpánkhoz, amit valaha készítettünk.'],
    ],
    buy: 'Kosárba',
    bought: 'A kosárban',
    basket: 'Kosár',
    enter: 'Belépés',
    leave: 'Kilépés',
    languages: 'Nyelv',
    place: 'Farol, lámpakészítők. A bolt csak ebben a bemutatóban létezik.',
  },
};

export const PRICES_EUR = [189, 64, 148, 172, 79, 29];
