import embed from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import type { Language } from '../../../units/locale.js';
import { formatLocale } from './number-locale.js';
import { type Ink, liveSpec, type SpecName } from './specs.js';

export interface MountedChart {
  show(rows: readonly object[]): void;
  close(): void;
}

/** Puts a live chart into an element. Expressions are interpreted: the page's policy allows no code from text. */
export async function mountChart(
  element: HTMLElement,
  name: SpecName,
  language: Language,
  rows: readonly object[],
): Promise<MountedChart> {
  const { view } = await embed(element, liveSpec(name, inkOf(element), '~s', rows), {
    ast: true,
    expr: expressionInterpreter,
    actions: false,
    defaultStyle: false,
    renderer: 'svg',
    tooltip: tooltipIn(element),
    formatLocale: formatLocale(language),
  });
  return {
    show: (rows) => {
      view.data('rows', [...rows]);
      void view.runAsync();
    },
    close: () => {
      view.finalize();
    },
  };
}

function inkOf(element: HTMLElement): Ink {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    muted: token('--muted'),
    line: token('--line'),
    good: token('--chart-optimized'),
    bad: token('--chart-loss'),
  };
}

/** A tooltip of our own: the library's brings a style sheet that the policy refuses. */
function tooltipIn(element: HTMLElement) {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  element.parentElement?.append(tip);
  return (_: unknown, event: MouseEvent, __: unknown, value: unknown): void => {
    const text =
      value === null || value === undefined || value === ''
        ? ''
        : typeof value === 'object'
          ? Object.values(value).join(', ')
          : String(value);
    tip.hidden = text === '';
    tip.textContent = text;
    const box = element.parentElement?.getBoundingClientRect();
    if (box === undefined || text === '') return;
    tip.style.insetBlockStart = `${event.clientY - box.top + 14}px`;
    tip.style.left = `${Math.min(Math.max(0, event.clientX - box.left - 60), Math.max(0, box.width - 180))}px`;
  };
}
