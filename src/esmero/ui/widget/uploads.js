/** Files on their way to the desk: what may be sent, and the sending with its progress. */

/**
 * @param {{name: string, size: number, type: string}} file
 * @param {import('./types').Limits | null} limits as the desk said them; null before it did
 * @param {number} already files that are in this message
 * @returns {'' | 'empty' | 'large' | 'kind' | 'many'} why it can't be sent
 */
export function refusal(file, limits, already) {
  if (!file.size) return 'empty';
  if (!limits) return '';
  if (already >= limits.files) return 'many';
  if (file.size > limits.file) return 'large';
  if (limits.never?.includes(file.name.split('.').at(-1)?.toLowerCase() || '')) return 'kind';
  // A browser that doesn't know the kind leaves it empty; the desk looks at the bytes anyhow.
  return !file.type || !limits.types?.length || limits.types.some((kind) => matches(file.type, kind)) ? '' : 'kind';
}

/**
 * @param {number} bytes
 * @param {string} language
 * @returns {string} "48 kB", "2.4 MB"
 */
export function sizeOf(bytes, language) {
  const [unit, per] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  const digits = bytes >= 1e6 && bytes < 1e7 ? 1 : 0;
  const shown = Math.max(bytes / Number(per), digits ? 0.1 : 1);
  return new Intl.NumberFormat(language, { style: 'unit', unit: String(unit), maximumFractionDigits: digits }).format(shown);
}

/**
 * @param {File} file
 * @param {string} url
 * @param {{token: string | null, identity?: string}} who
 * @param {(part: number) => void} progress from 0 to 1
 * @param {AbortSignal} signal
 * @returns {Promise<import('./types').FileShown>}
 * @throws {{title: string, retry: boolean}} the desk refused, or could not be reached
 */
export function upload(file, url, { token, identity }, progress, signal) {
  // fetch can't tell how much has left.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', `${url}&name=${encodeURIComponent(file.name || 'file')}`);
    request.setRequestHeader('Authorization', 'Bearer ' + token);
    if (identity) request.setRequestHeader('X-Identity', identity);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => total && progress(loaded / total);
    request.onload = () => (request.status == 201 ? resolve(request.response) : reject(problem(request.response)));
    request.onerror = request.onabort = request.ontimeout = () => reject(problem(null));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** @param {any} body problem+json, or nothing when the desk was not reached */
function problem(body) {
  return { title: body?.title || '', retry: !body || !!body.retry };
}

/**
 * @param {string} type
 * @param {string} kind a media type, or a family of them: image/*
 */
function matches(type, kind) {
  return kind == type || (kind.endsWith('/*') && type.startsWith(kind.slice(0, -1)));
}
