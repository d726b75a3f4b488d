/** The shop's six lamps and the room in which they hang, drawn. */

const INK = '#2d2a38';
const BRASS = '#b98a3e';
const GLASS = '#fff4d8';
const LIT = '#ffd27a';

/** Each lamp on a sheet of 240 by 200: where its light is, and what it is made of, from the back to the front. */
const LAMPS = [
  { light: [166, 74], parts: [
    ['path', { d: 'M62 180h56', stroke: INK, 'stroke-width': 7 }],
    ['path', { d: 'M90 178V78q0-50 42-50 34 0 34 26', stroke: BRASS, 'stroke-width': 4 }],
    ['circle', { cx: 166, cy: 76, r: 23, fill: GLASS }], ['circle', { cx: 166, cy: 78, r: 13, fill: LIT }],
    ['path', { d: 'M158 54h16', stroke: BRASS, 'stroke-width': 5 }]] },
  { light: [120, 92], parts: [
    ['path', { d: 'M98 176q-24-6-16-32 8-24 38-24t38 24q8 26-16 32z', fill: '#8d8478' }],
    ['path', { d: 'M98 176q-24-6-16-32 8-24 38-24-22 16-22 56z', fill: '#a69c8e' }],
    ['path', { d: 'M120 120v-16', stroke: BRASS, 'stroke-width': 4 }],
    ['path', { d: 'M92 108l12-46h32l12 46z', fill: GLASS }], ['path', { d: 'M100 108l8-46h24l8 46z', fill: LIT, opacity: 0.55 }]] },
  { light: [120, 106], parts: [
    ['path', { d: 'M120 0v58', stroke: INK, 'stroke-width': 2 }], ['path', { d: 'M112 58h16v10h-16z', fill: BRASS }],
    ['circle', { cx: 120, cy: 106, r: 40, fill: GLASS }], ['circle', { cx: 120, cy: 108, r: 24, fill: LIT, opacity: 0.6 }],
    ['ellipse', { cx: 120, cy: 106, rx: 62, ry: 13, fill: 'none', stroke: BRASS, 'stroke-width': 3 }]] },
  { light: [120, 122], parts: [
    ['path', { d: 'M120 0v74', stroke: INK, 'stroke-width': 2 }],
    ['ellipse', { cx: 120, cy: 122, rx: 22, ry: 12, fill: LIT }],
    ['path', { d: 'M68 124q4-46 44-52h16q40 6 44 52z', fill: '#5b6b66' }], ['path', { d: 'M68 124q4-46 44-52-14 16-18 52z', fill: '#74857f' }],
    ['path', { d: 'M112 66h16v8h-16z', fill: BRASS }]] },
  { light: [130, 106], parts: [
    ['path', { d: 'M52 48v112', stroke: INK, 'stroke-width': 7 }], ['path', { d: 'M54 62h76v14', stroke: INK, 'stroke-width': 4 }],
    ['path', { d: 'M104 86l10-14h32l10 14v54h-52z', fill: GLASS }], ['path', { d: 'M116 90h28v46h-28z', fill: LIT, opacity: 0.7 }],
    ['path', { d: 'M104 86h52M104 140h52M104 86v54M156 86v54M130 86v54M110 72h40', stroke: INK, 'stroke-width': 3 }]] },
  { light: [120, 130], parts: [
    ['path', { d: 'M72 170h96', stroke: '#a06a43', 'stroke-width': 8 }],
    ['path', { d: 'M84 166q-6-62 36-62t36 62z', fill: GLASS }], ['path', { d: 'M98 166q-2-44 22-44t22 44z', fill: LIT, opacity: 0.75 }],
    ['path', { d: 'M108 138v.1M132 138v.1', stroke: INK, 'stroke-width': 5 }], ['path', { d: 'M112 150q8 6 16 0', stroke: INK, 'stroke-width': 2.5 }],
    ['path', { d: 'M104 106q-6-20-18-22M136 106q6-20 18-22', stroke: INK, 'stroke-width': 2.5 }]] },
];

/**
 * @param {number} place
 * @returns {SVGElement} one lamp, lit
 */
export function lamp(place) {
  const { light: [x, y], parts } = LAMPS[place];
  const glow = 'glow' + place;
  return picture('0 0 240 200', [
    ['radialGradient', { id: glow }, [['stop', { offset: '0', 'stop-color': '#ffd88a', 'stop-opacity': 0.75 }], ['stop', { offset: '1', 'stop-color': '#ffd88a', 'stop-opacity': 0 }]]],
    ['circle', { cx: x, cy: y, r: 96, fill: `url(#${glow})` }],
    ...parts,
  ]);
}

/** @returns {SVGElement} three pendants above a table at dusk */
export function room() {
  const hung = [[90, 96, 30], [210, 150, 42], [330, 84, 24]];
  return picture('0 0 420 300', [
    ['radialGradient', { id: 'room' }, [['stop', { offset: '0', 'stop-color': '#ffcf7d', 'stop-opacity': 0.6 }], ['stop', { offset: '1', 'stop-color': '#ffcf7d', 'stop-opacity': 0 }]]],
    ...hung.flatMap(([x, y, r]) => /** @type {Part[]} */ ([
      ['circle', { cx: x, cy: y, r: r * 3.2, fill: 'url(#room)' }],
      ['path', { d: `M${x} 0V${y - r}`, stroke: '#d9cfc0', 'stroke-width': 1.5 }],
      ['circle', { cx: x, cy: y, r, fill: GLASS }], ['circle', { cx: x, cy: y + 2, r: r * 0.6, fill: LIT, opacity: 0.7 }],
      ['path', { d: `M${x - 6} ${y - r}h12`, stroke: BRASS, 'stroke-width': 6 }],
    ])),
    ['path', { d: 'M40 268h340', stroke: '#c79a6b', 'stroke-width': 7 }],
    ['path', { d: 'M150 264q0-26 20-26t20 26zM236 264v-34q0-8 9-8t9 8v34z', fill: '#7f8f86' }],
  ]);
}

/** @typedef {[string, Record<string, any>, Part[]?]} Part a tag, its attributes, and what it holds */

/**
 * @param {string} box
 * @param {any[]} parts
 * @returns {SVGElement}
 */
function picture(box, parts) {
  return drawn(['svg', { viewBox: box, 'aria-hidden': 'true', fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }, parts]);
}

/**
 * @param {Part} part
 * @returns {SVGElement}
 */
function drawn([tag, attributes, parts = []]) {
  const made = /** @type {SVGElement} */ (document.createElementNS('http://www.w3.org/2000/svg', tag));
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...parts.map(drawn));
  return made;
}
