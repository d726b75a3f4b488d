// @ts-nocheck Esmero's launcher: the button, the queue of calls, the other ways in. panel.js does the rest; docs/widget.md
(() => {
  const { Esmero: early, document } = window, { documentElement: html, currentScript: script } = document;
  if (early?.parts) return;

  const set = { ...script.dataset }, calls = [];
  const words = {
    en: 'There is no connection to the chat right now. We keep trying.',
    es: 'Ahora mismo no hay conexión con el chat. Seguimos intentándolo.',
    hi: 'अभी चैट से संपर्क नहीं हो पा रहा है। कोशिश जारी है।',
    hu: 'A chat most nem érhető el. Tovább próbáljuk.',
  };
  const host = document.createElement('div'), root = host.attachShadow({ mode: 'open' });
  const button = make('button', root), badge = make('b', button), panel = make('div', root), card = make('p', panel);
  const parts = { set, calls, host, root, button, badge, panel, card, make, reach, reached, start: fetchPanel, desk: script.src };
  const turns = { open: () => true, close: () => false, toggle: () => !host.matches('[open]') };
  let timer;

  dress();
  html.append(host);
  window.Esmero = (name, ...values) => {
    if (turns[name]) show(turns[name]());
    else if (parts.call) parts.call(name, values);
    else calls.push([name, values]);
  };
  Esmero.parts = parts;
  for (const call of early?.q || []) Esmero(...call);
  if (remembers('localStorage') || remembers('sessionStorage')) timer || reach();

  function show(on) {
    host.toggleAttribute('open', on);
    button.ariaExpanded = on;
    if (on && !timer) reach();
    parts.shown?.(on);
  }

  function reach() {
    clearTimeout(timer);
    parts.start();
    timer = setTimeout(() => {
      card.hidden = false;
      timer = setTimeout(reach, 25e3);
    }, 8e3);
  }

  function reached() {
    clearTimeout(timer);
    card.hidden = true;
  }

  function fetchPanel() {
    const more = make('script', document.head);
    more.nonce = script.nonce;
    more.src = new URL('widget-panel.js', script.src);
  }

  function remembers(where) {
    try { return window[where].esmero; } catch {}
  }

  function make(tag, parent) {
    return parent.appendChild(document.createElement(tag));
  }

  function dress() {
    const side = 'inset-inline-' + (set.position == 'start' ? 'start' : 'end'), sheet = new CSSStyleSheet();
    sheet.replaceSync(`
:host{all:initial;position:fixed;z-index:2147483647;${side}:20px;bottom:20px;font:15px/1.6 system-ui;color-scheme:${set.theme == 'system' ? 'light dark' : set.theme || 'inherit'}}
button{width:56px;height:56px;padding:16px;border:0;border-radius:28px;cursor:pointer;background:${set.accent || '#1c6b5d'};color:#fff;box-shadow:0 4px 16px #0004}
button:before{content:"";display:block;height:24px;background:currentColor;clip-path:path("M7 2h10a5 5 0 0 1 5 5v5a5 5 0 0 1-5 5h-4l-6 5v-5a5 5 0 0 1-5-5V7a5 5 0 0 1 5-5z")}
b{position:absolute;top:-4px;inset-inline-end:-4px;padding:0 7px;border-radius:9px;background:#b3362b}
b:empty{display:none}
div{position:absolute;bottom:72px;${side}:0;width:min(400px,100vw - 40px);height:min(680px,100vh - 112px);border-radius:18px;background:canvas;color:canvastext;overflow:hidden;box-shadow:0 20px 60px #0004;visibility:hidden}
:host([open]) div{visibility:visible}
p{position:absolute;inset:0;margin:0;padding:40px 32px;background:canvas;font-size:17px}
[hidden]{display:none}
a{display:block;margin-top:16px;color:inherit;font-weight:600}
@media print{:host{display:none}}`);
    root.adoptedStyleSheets = [sheet];
    button.title = panel.ariaLabel = set.label || 'Chat';
    button.onclick = () => Esmero('toggle');
    panel.role = 'dialog';
    card.hidden = true;
    card.append(words[(set.language || html.lang || navigator.language).slice(0, 2)] || words.en);
    for (const to of [set.phone, set.mail]) {
      if (to) make('a', card).append(to), (card.lastChild.href = (to == set.mail ? 'mailto:' : 'tel:') + to);
    }
  }
})();
