/** The first way to the live edge: a WebSocket. */

/** @typedef {import('./feed.js').Way} Way */

/**
 * @param {string} path of the live edge, `/live/agent`
 * @param {(address: string) => WebSocket} [open]
 * @returns {Way}
 */
export function socket(path, open = (address) => new WebSocket(address)) {
  return (hello, { frame, closed }) => {
    const line = open(new URL(path, location.href).href.replace(/^http/, 'ws'));
    line.onopen = () => line.send(JSON.stringify(hello));
    line.onmessage = ({ data }) => frame(JSON.parse(data));
    line.onclose = ({ code }) => closed(code);
    return {
      send: (sent) => line.readyState == WebSocket.OPEN && line.send(JSON.stringify(sent)),
      close() {
        line.onclose = line.onmessage = null;
        line.close();
      },
    };
  };
}
