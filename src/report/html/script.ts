/**
 * Enhancement only: a button for the theme, details that are open in print, and charts that answer to the keyboard and show
 * at once what their marks' titles say. The page says all it has to say without it.
 */
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
  for (const chart of document.querySelectorAll('.chart')) {
    const marks = [...chart.querySelectorAll('.says')];
    if (marks.length === 0) continue;
    const said = new Map(marks.map((mark) => [mark, mark.textContent]));
    for (const mark of marks) mark.replaceChildren();
    const tip = document.createElement('output');
    tip.className = 'tip';
    tip.hidden = true;
    chart.append(tip);
    chart.tabIndex = 0;
    chart.setAttribute('role', 'group');
    chart.setAttribute('aria-label', chart.closest('figure')?.querySelector('h3')?.textContent + '. ' + chart.dataset.keys);
    let shown = false;
    const show = (mark) => {
      if (mark === shown) return;
      if (shown) shown.classList.remove('on');
      shown = mark;
      tip.hidden = !mark;
      if (!mark) return;
      mark.classList.add('on');
      tip.textContent = said.get(mark);
      const [box, at] = [chart.getBoundingClientRect(), mark.getBoundingClientRect()];
      const middle = at.left + at.width / 2 - box.left - tip.offsetWidth / 2;
      tip.style.left = Math.max(0, Math.min(middle, box.width - tip.offsetWidth)) + 'px';
      const above = at.top - box.top - tip.offsetHeight - 4;
      tip.style.top = (at.height > 80 ? at.top - box.top + 4 : above < -40 ? at.bottom - box.top + 4 : above) + 'px';
    };
    // Of the picture for wide pages and the one for phones, the one that is seen; in the order of the eye.
    const seen = () => marks.filter((mark) => mark.getClientRects().length > 0 && mark.closest('svg').getClientRects().length > 0);
    chart.addEventListener('pointermove', (event) => show(event.target.closest('.says') ?? false));
    chart.addEventListener('pointerdown', (event) => show(event.target.closest('.says') ?? false));
    chart.addEventListener('pointerleave', () => show(false));
    chart.addEventListener('blur', () => show(false));
    chart.addEventListener('keydown', (event) => {
      const all = seen();
      const at = all.indexOf(shown);
      // What comes next stands to the left of what is read from the right.
      const [next, last] = document.dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
      const steps = { [next]: at + 1, ArrowDown: at + 1, [last]: at < 0 ? all.length - 1 : at - 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, Home: 0, End: all.length - 1 };
      if (event.key === 'Escape') show(false);
      if (!(event.key in steps) || all.length === 0) return;
      event.preventDefault();
      show(all[Math.max(0, Math.min(steps[event.key], all.length - 1))]);
    });
  }
  // A link to what is folded opens it.
  const opened = () => document.getElementById(location.hash.slice(1))?.closest('details')?.setAttribute('open', '');
  addEventListener('hashchange', opened);
  opened();
})();
`;
