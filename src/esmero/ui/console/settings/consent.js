/** Consent to a mailbox at Google or Microsoft: asked for in a window of theirs, and handed back by our own page. */

export const CHANNEL = 'esmero-consent';

/** Where the provider sends the person back to: it has to be registered there. */
export const back = () => location.origin + '/consent';

/**
 * @typedef {object} Wanted
 * @property {'google' | 'microsoft'} provider
 * @property {string} client_id
 * @property {string} client_secret
 * @property {string} address
 */

/**
 * @param {import('../app.js').App} app
 * @param {Wanted} wanted
 * @returns {Promise<string>} the refresh token; empty if the person did not consent
 * @throws {import('../../shared/api.js').Problem}
 */
export async function consent(app, wanted) {
  const { client_secret, ...asked } = { ...wanted, back: back() };
  // Opened at once: browsers open a window for a click, and not for an answer of a server.
  const theirs = open('', 'esmero-consent', 'width=560,height=720');
  try {
    const { go, state, verifier } = await app.api.post('/mailboxes/consent', asked);
    const came = answer(state, theirs);
    if (theirs) theirs.location = go;
    const code = await came;
    if (!code) return '';
    const { refresh_token } = await app.api.post('/mailboxes/consented', { ...asked, client_secret, code, verifier });
    return refresh_token;
  } finally {
    theirs?.close();
  }
}

/**
 * @param {string} state what comes back must be the answer to our question (RFC 6749, section 10.12)
 * @param {Window | null} theirs
 * @returns {Promise<string>} the code; empty when they said no, or closed the window
 */
function answer(state, theirs) {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((done) => {
    const look = setInterval(() => theirs?.closed && end(''), 500);
    channel.onmessage = ({ data }) => data.state === state && end(data.code || '');
    /** @param {string} code */
    function end(code) {
      // The window closes right after it has spoken.
      setTimeout(() => {
        clearInterval(look);
        channel.close();
        done(code);
      }, code ? 0 : 300);
      if (code) done(code);
    }
  });
}
