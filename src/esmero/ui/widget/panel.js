/*
 * Esmero's frame on a shop's page. The launcher (widget.js) fetches this when somebody opens it, or when there is a
 * conversation whose unread count is to be shown. The talk itself lives in the frame, on the desk's own origin: this
 * page never sees it. Both sides name their exact origin in every message, and both know few words.
 */
(() => {
  /** @type {import('./types').Launcher} */
  const parts = window.Esmero?.parts;
  if (!parts || parts.call) return;

  const { set, host, root, button, badge, panel } = parts;
  const html = document.documentElement;
  const scroll = html.style.overflow;
  const address = new URL('widget/' + encodeURIComponent(set.inbox || ''), parts.desk);
  const narrow = matchMedia('(max-width: 480px), (max-height: 420px)');
  const stop = new AbortController();
  /** @type {Record<string, ((value?: any) => void)[]>} */
  const listeners = {};
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  let ready = false;
  let shown = false;

  /**
   * What the shop's page may ask for, besides open, close and toggle, which the launcher knows.
   * @type {Record<string, (...values: any[]) => void>}
   */
  const calls = {
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
      parts.reached();
      host.remove();
      delete window.Esmero;
    },
  };

  /**
   * What the frame may say.
   * @type {Record<string, (data: any) => void>}
   */
  const answers = {
    ready() {
      turnReady(true);
      parts.reached();
      if (set.identity) tell('identify', { identity: set.identity });
      tell('page', { url: location.origin + location.pathname, title: document.title });
      tell(shown ? 'open' : 'close');
      emit('ready');
    },
    close: () => window.Esmero('close'),
    unread({ count }) {
      badge.textContent = count > 9 ? '9+' : count || '';
      emit('unread', Number(count));
    },
    message: ({ by }) => emit('message', String(by)),
    /** What the page said of its customer is not believed, or no longer. */
    identity() {
      delete set.identity;
      emit('identity');
    },
    /** Whether there is a conversation, so that the next page knows if it should look for answers. */
    talk: ({ on }) => mark('localStorage', on),
  };

  dress();
  listen();
  Object.assign(parts, { start: load, shown: turn, call: take });
  for (const [name, values] of parts.calls) take(name, values);
  begin();

  function listen() {
    addEventListener('message', hear, stop);
    addEventListener('online', () => ready || parts.reach(), stop);
    visualViewport?.addEventListener('resize', fit, stop);
    visualViewport?.addEventListener('scroll', fit, stop);
    narrow.addEventListener('change', fit, stop);
    host.addEventListener('keydown', (event) => event.key == 'Escape' && window.Esmero('close'), stop);
  }

  /** A panel that stood open on the page before stands open here too, without taking the focus; not on a phone. */
  function begin() {
    if (host.hasAttribute('open')) turn(true);
    else if (mark('sessionStorage') && !narrow.matches) {
      host.toggleAttribute('open', true);
      turn(true, true);
    }
    parts.reach();
  }

  /**
   * @param {string} name
   * @param {any[]} values
   */
  function take(name, values) {
    if (Object.hasOwn(calls, name)) calls[name](...values);
    else console.warn(`Esmero knows no call '${name}'.`);
  }

  /**
   * @param {boolean} on
   * @param {boolean} [quietly]
   */
  function turn(on, quietly) {
    if (on == shown) return;
    shown = on;
    mark('sessionStorage', on);
    fit();
    if (!quietly) focus(on);
    tell(on ? 'open' : 'close');
    emit(on ? 'open' : 'close');
  }

  /** A fresh frame each time: one that shows the browser's own error page can't be trusted to navigate. */
  function load() {
    frame?.remove();
    turnReady(false);
    const theme = scheme();
    const language = set.language || html.lang;
    address.hash = String(new URLSearchParams({ origin: location.origin, language, theme }));
    frame = /** @type {HTMLIFrameElement} */ (document.createElement('iframe'));
    frame.title = button.title;
    frame.src = address.href;
    panel.prepend(frame);
  }

  /** Until then the button stays on top, even on a phone: what doesn't come must be possible to close. @param {boolean} on */
  function turnReady(on) {
    ready = on;
    host.toggleAttribute('ready', on);
  }

  /** As CSS says it; what a page declares in a meta element only, CSS calls normal. */
  function scheme() {
    const { colorScheme } = getComputedStyle(host);
    const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="color-scheme" i]'));
    return (colorScheme == 'normal' && meta?.content) || colorScheme;
  }

  /** @param {MessageEvent} event */
  function hear({ source, origin, data }) {
    if (!frame || source != frame.contentWindow || origin != address.origin) return;
    if (data && Object.hasOwn(answers, data.esmero)) answers[data.esmero](data);
  }

  /**
   * @param {string} what
   * @param {object} [values]
   */
  function tell(what, values) {
    if (ready) frame?.contentWindow?.postMessage({ esmero: what, ...values }, address.origin);
  }

  /**
   * A listener of the page that throws harms nobody else.
   * @param {string} event
   * @param {any} [value]
   */
  function emit(event, value) {
    for (const listener of listeners[event] || []) setTimeout(listener, 0, value);
  }

  /**
   * On opening to the frame; on closing to the launcher, if the focus would be lost otherwise.
   * @param {boolean} on
   */
  function focus(on) {
    if (on) frame?.focus();
    else if (root.activeElement) button.focus();
  }

  /** On a phone the panel is as large as what the keyboard leaves, and the page behind it keeps still. */
  function fit() {
    const full = shown && narrow.matches;
    const { offsetTop, height } = visualViewport || { offsetTop: 0, height: innerHeight };
    panel.style.cssText = full ? `top:${offsetTop}px;height:${height}px` : '';
    panel.ariaModal = full ? 'true' : null;
    html.style.overflow = full ? 'hidden' : scroll;
  }

  /**
   * A mark in the page's own storage. Where nothing may be kept, the next page doesn't know, and nothing else is lost.
   * @param {'localStorage' | 'sessionStorage'} where
   * @param {boolean} [on] without it, the mark is only looked at
   */
  function mark(where, on) {
    try {
      if (on) window[where].esmero = 1;
      else if (on === false) delete window[where].esmero;
      return !!window[where].esmero;
    } catch {
      return false;
    }
  }

  function dress() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      iframe { width: 100%; height: 100%; border: 0; display: block; color-scheme: inherit }
      div { transition: opacity .24s, translate .24s, visibility .24s; opacity: 0; translate: 0 8px }
      :host([open]) div { opacity: 1; translate: 0 }
      :host(:not([ready])) button { position: relative; z-index: 1 }
      @media (prefers-reduced-motion: reduce) { div { transition: none } }
      @media (max-width: 480px), (max-height: 420px) {
        div { position: fixed; inset: 0; width: 100%; height: 100%; border-radius: 0; box-shadow: none }
      }`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
})();
