/*
 * Esmero's frame on a shop's page. The launcher (widget.js) fetches this when somebody opens it, or when there is a
 * conversation whose unread count is to be shown. The talk itself lives in the frame, on the desk's own origin: this
 * page never sees it. Both sides name their exact origin in every message, and both know few words.
 */
(() => {
  const { set, calls, host, root, button, badge, panel, make, reach, reached, desk } = window.Esmero.parts;
  const parts = window.Esmero.parts;
  if (parts.call) return;

  const html = document.documentElement;
  const address = new URL('widget/' + encodeURIComponent(set.inbox), desk);
  const narrow = matchMedia('(max-width: 480px), (max-height: 420px)');
  const stop = new AbortController();
  /** @type {Record<string, Function[]>} */
  const listeners = {};
  const overflow = html.style.overflow;
  let frame, ready = false, shown = false;

  /** What the shop's page may ask for, besides open, close and toggle, which the launcher knows. */
  const known = {
    identify(identity) {
      set.identity = identity;
      tell('identify', { identity });
    },
    language(language) {
      set.language = language;
      tell('language', { language });
    },
    on(event, listener) {
      (listeners[event] ||= []).push(listener);
      if (event == 'ready' && ready) setTimeout(listener);
    },
    destroy() {
      turn(false);
      stop.abort();
      reached();
      host.remove();
      delete window.Esmero;
    },
  };

  /** What the frame may say. */
  const heard = {
    ready() {
      ready = true;
      reached();
      tell('page', { url: location.origin + location.pathname, title: document.title });
      if (set.identity) tell('identify', { identity: set.identity });
      tell(shown ? 'open' : 'close');
      emit('ready');
    },
    close: () => window.Esmero('close'),
    unread({ count }) {
      badge.textContent = count > 9 ? '9+' : count || '';
      emit('unread', Number(count));
    },
    message: ({ by }) => emit('message', String(by)),
    /** Whether there is a conversation, so that the next page knows if it should look for answers. */
    talk: ({ on }) => remember('localStorage', on),
  };

  dress();
  addEventListener('message', hear, stop);
  addEventListener('online', () => ready || reach(), stop);
  visualViewport?.addEventListener('resize', fit, stop);
  visualViewport?.addEventListener('scroll', fit, stop);
  narrow.addEventListener('change', fit, stop);
  root.addEventListener('keydown', (event) => event.key == 'Escape' && window.Esmero('close'), stop);
  Object.assign(parts, { start: load, shown: turn, call: take });
  for (const [name, values] of calls) take(name, values);
  if (remembered('sessionStorage') && !narrow.matches) host.toggleAttribute('open', true);
  if (host.hasAttribute('open')) turn(true);
  reach();

  function take(name, values) {
    if (!Object.hasOwn(known, name)) console.warn(`Esmero knows no call '${name}'.`);
    else known[name](...values);
  }

  function turn(on) {
    if (on == shown) return;
    shown = on;
    button.ariaExpanded = String(on);
    remember('sessionStorage', on);
    fit();
    focusOn(on);
    tell(on ? 'open' : 'close');
    emit(on ? 'open' : 'close');
  }

  /** A fresh frame each time: a frame that shows the browser's own error page can't be trusted to navigate. */
  function load() {
    frame?.remove();
    ready = false;
    const theme = getComputedStyle(host).colorScheme;
    const language = set.language || html.lang;
    address.hash = String(new URLSearchParams({ origin: location.origin, language, theme }));
    frame = make('iframe', panel);
    frame.title = button.title;
    frame.allow = 'clipboard-write';
    frame.src = address.href;
  }

  function hear({ source, origin, data }) {
    if (!frame || source != frame.contentWindow || origin != address.origin) return;
    if (data && Object.hasOwn(heard, data.esmero)) heard[data.esmero](data);
  }

  function tell(what, fields) {
    if (ready) frame.contentWindow.postMessage({ esmero: what, ...fields }, address.origin);
  }

  /** A listener of the page that throws harms nobody else. */
  function emit(event, value) {
    for (const listener of listeners[event] || []) setTimeout(listener, 0, value);
  }

  /** On opening, the frame; on closing, the launcher, if the focus would be lost otherwise. */
  function focusOn(open) {
    if (open && document.hasFocus()) frame?.focus();
    else if (root.activeElement && root.activeElement != button) button.focus();
  }

  /** On a phone the panel is as large as what the keyboard leaves, and the page behind it keeps still. */
  function fit() {
    const full = shown && narrow.matches;
    html.style.overflow = full ? 'hidden' : overflow;
    panel.ariaModal = full ? 'true' : null;
    const { offsetTop = 0, height = innerHeight } = visualViewport || {};
    panel.style.cssText = full ? `top:${offsetTop}px;height:${height}px` : '';
  }

  function remember(where, on) {
    try {
      if (on) window[where].esmero = 1;
      else delete window[where].esmero;
    } catch {
      // The page may not keep anything: then the next one doesn't know, and nothing else is lost.
    }
  }

  function remembered(where) {
    try { return window[where].esmero; } catch { return false; }
  }

  function dress() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      iframe { width: 100%; height: 100%; border: 0; display: block; color-scheme: inherit }
      div { transition: opacity .24s, translate .24s, visibility .24s; opacity: 0; translate: 0 8px }
      :host([open]) div { opacity: 1; translate: 0 }
      @media (prefers-reduced-motion: reduce) { div { transition: none } }
      @media (max-width: 480px), (max-height: 420px) {
        div { position: fixed; inset: 0; width: 100%; height: 100%; border-radius: 0; box-shadow: none }
      }`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
})();
