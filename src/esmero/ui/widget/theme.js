/** Light or dark, as the shop's page is; and the shop's colour where it has one. */

/**
 * @param {string} schemes what the launcher stands in, as CSS says it: "normal", "light", "dark", "light dark"
 * @param {string | null | undefined} accent #rrggbb
 */
export function wear(schemes, accent) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = async () => {
    const theme = themeOf(schemes, system.matches);
    document.documentElement.dataset.theme = theme;
    if (!accent || !/^#[0-9a-f]{6}$/i.test(accent)) return;
    const { accented } = await import('./accent.js');
    for (const [name, value] of Object.entries(accented(accent, theme))) document.documentElement.style.setProperty(name, value);
  };
  system.addEventListener('change', apply);
  apply();
}

/**
 * @param {string} schemes
 * @param {boolean} dark whether the person's system is
 * @returns {'light' | 'dark'}
 */
export function themeOf(schemes, dark) {
  const [light, night] = ['light', 'dark'].map((scheme) => schemes.includes(scheme));
  // Alone, without a page around, the system decides; a page that says nothing is a light one.
  return night && (!light || dark) || (!schemes && dark) ? 'dark' : 'light';
}
