// What the tests measure inside a page: this file is read as text and runs there (see layout.ts).

/** Every drawn chart, with the edges of everything in its picture: labels that stick out count. */
export function visibleCharts() {
  return [...document.querySelectorAll('figure[id]')].map((figure) => {
    const shown = [...figure.querySelectorAll('.chart svg')].filter((svg) => svg.getBoundingClientRect().width > 0);
    const marks = shown.flatMap((svg) => [svg, ...svg.querySelectorAll('text, path, rect, line')]);
    const boxes = marks.map((mark) => mark.getBoundingClientRect()).filter((box) => box.width > 0 || box.height > 0);
    const top = Math.min(...boxes.map((box) => box.top));
    return {
      name: figure.id,
      visible: shown.length,
      left: Math.min(...boxes.map((box) => box.left)),
      right: Math.max(...boxes.map((box) => box.right)),
      top,
      height: Math.max(...boxes.map((box) => box.bottom)) - top,
    };
  });
}

/** Elements that stick out of the window and are in nothing that scrolls. */
export function overflowing() {
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      if (element.closest('.scroll') !== null && !element.classList.contains('scroll')) return false;
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    })
    .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`);
}

/** Contrast (WCAG 2.2, 1.4.3) of every text in a visible chart against the page's card behind it. */
export function chartContrasts() {
  const channels = (paint) => (paint.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const luminance = (paint) => {
    const [r = 0, g = 0, b = 0] = channels(paint).map((channel) => {
      const c = channel / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [...document.querySelectorAll('.chart svg text')]
    .filter((text) => text.getBoundingClientRect().width > 0 && (text.textContent ?? '').trim() !== '')
    .map((text) => {
      const card = text.closest('section');
      const [a, b] = [luminance(getComputedStyle(text).fill), luminance(getComputedStyle(card).backgroundColor)];
      return { words: text.textContent ?? '', ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
    });
}

/** Height of every drawn chart, and whether it may be cut between pages. */
export function chartHeights() {
  return [...document.querySelectorAll('figure[id] .chart')].map((chart) => ({
    name: chart.parentElement.id,
    height: chart.getBoundingClientRect().height,
    rule: getComputedStyle(chart).breakInside,
  }));
}

/** How large the smallest letters of the decision's chart are, in CSS pixels, and how many rows its figures stand in. */
export function decisionOnPaper() {
  const letters = [...document.querySelectorAll('#decision .chart svg text')]
    .filter((text) => text.getBoundingClientRect().width > 0 && (text.textContent ?? '').trim() !== '')
    .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d);
  const tops = [...document.querySelectorAll('#decision .tiles > div')].map((tile) => tile.getBoundingClientRect().top);
  return { letters: Math.min(...letters), rows: new Set(tops).size };
}

/** The element that has the keyboard, and the figure that it is in. */
export function focused() {
  const element = document.activeElement;
  return { tag: element?.tagName ?? '', figure: element?.closest('figure')?.id ?? '' };
}

export function squeezeTables() {
  for (const region of document.querySelectorAll('.scroll')) region.style.inlineSize = '3rem';
}

export function openTables() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

export function pageWidth() {
  return document.documentElement.scrollWidth;
}

export function background() {
  return getComputedStyle(document.body).backgroundColor;
}

/** Where a page begins: the scenario's title stands at the start of the line, the theme's button at its end. */
export function directions() {
  const middle = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getBoundingClientRect();
    return (box.left + box.right) / 2;
  };
  return {
    language: document.documentElement.lang,
    direction: getComputedStyle(document.body).direction,
    heading: middle(document.querySelector('h1')),
    button: middle(document.querySelector('header button')),
  };
}

/** Whether this browser's own signing key could be copied out of it; `null` where it has none. */
export function ownKeyIsReadable() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('huni.keys');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('keys').objectStore('keys').get('own');
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        opening.result.close();
        resolve(asked.result?.privateKey.extractable ?? null);
      };
    };
  });
}

/** Controls that a finger would miss: smaller than 44 by 44 pixels, their label counted (WCAG 2.2, 2.5.5). */
export function smallTargets() {
  const least = 44;
  return [...document.querySelectorAll('a[href], button, input, select, summary, textarea')]
    .filter((control) => !control.classList.contains('unseen') && control.closest('svg, .yaml') === null)
    .filter((control) => control.closest('p, li, td, dd') === null || control.matches('button, select'))
    .flatMap((control) => {
      const boxes = [control, ...(control.labels ?? [])].map((one) => one.getBoundingClientRect());
      const box = boxes.reduce((a, b) => (a.width * a.height > b.width * b.height ? a : b));
      if (box.width === 0 || box.height === 0) return [];
      return box.height >= least - 0.5 && box.width >= least - 0.5
        ? []
        : [
            `${control.tagName} ${control.className} ${Math.round(box.width)}x${Math.round(box.height)} ${control.textContent?.slice(0, 30)}`,
          ];
    });
}

/** What the keyboard could stop at: seen, not switched off, one of a group of choices. */
function stops() {
  return [...document.querySelectorAll('a[href], button, input, select, summary, textarea, [tabindex="0"]')].filter(
    (control) => {
      if (control.disabled || control.closest('[hidden], svg') !== null) return false;
      if (control.type === 'radio' && !control.checked) return false;
      if (control.closest('details:not([open])') !== null && !control.matches('details:not([open]) > summary'))
        return false;
      return control.getClientRects().length > 0;
    },
  );
}

/** Notes where the keyboard is; whether it has been there before, or is nowhere. */
export function reached() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === null || at === document.body) return { name: '', again: true };
  const again = at.dataset.reached !== undefined;
  at.dataset.reached = '';
  return { name: at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '', again };
}

/** Controls that the keyboard has not stopped at. */
export function unreached() {
  return stops()
    .filter((control) => control.dataset.reached === undefined)
    .map((control) => `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent?.slice(0, 40)}`);
}

/** Tables of which some column is out of sight, all folds open, with how much of them is. */
export function hiddenColumns() {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  return [...document.querySelectorAll('.scroll')]
    .map((box) => ({ name: box.getAttribute('aria-label'), hidden: box.scrollWidth - box.clientWidth }))
    .filter(({ hidden }) => hidden > 0)
    .map(({ name, hidden }) => `${name}: ${hidden} px`);
}
