/** Enhancement only: a button for the theme. The page says all it has to say without it. */
export const SCRIPT = `
(() => {
  const root = document.documentElement;
  const header = document.querySelector('header');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'theme';
  button.textContent = header.dataset.theme;
  button.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });
  header.append(button);
})();
`;
