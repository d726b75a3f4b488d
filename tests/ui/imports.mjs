/** Lets Node resolve the import map's names to what our pages get: node --import ./tests/ui/imports.mjs --test ... */

import { registerHooks } from 'node:module';

const vendored = new URL('../../src/esmero/ui/vendor/', import.meta.url);
const files = {
  preact: 'preact.js',
  'preact/hooks': 'preact-hooks.js',
  '@preact/signals': 'preact-signals.js',
  htm: 'htm.js',
  '@fluent/bundle': 'fluent-bundle.js',
};

registerHooks({
  resolve(name, context, next) {
    const file = Object.hasOwn(files, name) && files[name];
    return file ? { url: new URL(file, vendored).href, format: 'module', shortCircuit: true } : next(name, context);
  },
});
