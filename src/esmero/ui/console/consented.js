/** The window in which somebody gave their consent: what came back goes to the console, and the window closes. */

import { CHANNEL } from './settings/consent.js';

const { code, state, error } = Object.fromEntries(new URLSearchParams(location.search));
// What is in the address shall not stay in the history.
history.replaceState(null, '', location.pathname);
new BroadcastChannel(CHANNEL).postMessage({ code, state, error });
close();
