/** Enhancement only: a button for the theme, and details that are open in print. The page says all it has to say without it. */
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
  let shut = [];
  addEventListener('beforeprint', () => {
    shut = [...document.querySelectorAll('.folded > details:not([open])')];
    for (const details of shut) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of shut) details.open = false;
  });
  // A link to what is folded opens it.
  const opened = () => document.getElementById(location.hash.slice(1))?.closest('details')?.setAttribute('open', '');
  addEventListener('hashchange', opened);
  opened();
})();
`;
