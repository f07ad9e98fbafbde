import type { TopLevelSpec } from 'vega-lite';
import { readsFromTheRight } from './charts/right-to-left.js';
import type { ChartSpec } from './charts/types.js';
import { FONT_FAMILY, fontFilesFor, withEveryLetter } from './fonts.js';
import { mirrored } from './mirrored.js';
import { textWidth } from './text-width.js';

/** Output pixels per chart pixel in a PNG. */
const PNG_SCALE = 2;

const ARABIC_LETTER = /\p{Script=Arabic}/u;
/** A page is read with the machine's own Arabic font, whose letters may be wider than ours: the picture leaves them room. */
const ARABIC_SLACK = 1.06;

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** Vega's hook for hosts without a canvas, exported by it but missing from its types. */
interface TextMetrics {
  width: (item: TextItem, text: unknown) => number;
}

function textMetricsOf(module: object): TextMetrics {
  const metrics: unknown = Reflect.get(module, 'textMetrics');
  if (typeof metrics !== 'object' || metrics === null || !('width' in metrics)) {
    throw new Error('This version of vega has no textMetrics to replace.');
  }
  return metrics as TextMetrics;
}

async function loadVega() {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  textMetricsOf(vega).width = (item, text) => {
    const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
    const words = String(text ?? '');
    const width = textWidth(words, Number(item.fontSize ?? 11), bold ? 'semibold' : 'regular');
    return ARABIC_LETTER.test(words) ? ARABIC_SLACK * width : width;
  };
  return { vega, vegaLite };
}

let loading: ReturnType<typeof loadVega> | undefined;

/** The libraries are loaded with the first chart, so that a run without charts starts at once. */
function libraries(): ReturnType<typeof loadVega> {
  loading ??= loadVega();
  return loading;
}

/**
 * A Vega-Lite spec as an SVG document.
 *
 * @throws where the spec does not compile, or compiles with a warning: a chart is right or it is not drawn.
 */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  const { view, finish } = await viewOf(spec);
  const svg = await view.toSVG();
  finish();
  return readable(spec, svg);
}

/** A chart with its title, and without it. */
interface TwoFrames {
  readonly titled: string;
  readonly bare: string;
}

/**
 * A chart's spec with its title, and the same without, as SVG documents. Where they differ in what stands around the chart alone (title,
 * background, padding), the second one is the first one's view, the title taken out and all laid out again: to compile, read and evaluate
 * it anew would take as long as the first.
 *
 * @throws as `renderSvg`
 */
export async function renderBoth(titled: ChartSpec, bare: ChartSpec): Promise<TwoFrames> {
  const [around, without] = [frameOf(titled), frameOf(bare)];
  if (without.hasTitle || without.body !== around.body) {
    return { titled: await renderSvg(titled), bare: await renderSvg(bare) };
  }
  const { view, finish } = await viewOf(titled);
  const svg = await view.toSVG();
  const { root } = view.scenegraph() as unknown as { readonly root: { readonly items: readonly MarkGroup[] } };
  for (const group of root.items) group.items = group.items.filter(({ role }) => role !== 'title');
  await view.background(without.background).padding(without.padding).resize().runAsync();
  const next = await view.toSVG();
  finish();
  return { titled: readable(titled, svg), bare: readable(bare, next) };
}

/** What Vega's picture is made of, as far as it is looked at here. */
interface MarkGroup {
  items: readonly { readonly role?: string }[];
}

/** What stands around a chart, and the rest of its spec. */
function frameOf(spec: ChartSpec) {
  const { title, background, padding, ...body } = spec as {
    readonly title?: unknown;
    readonly background: string;
    readonly padding: number;
  };
  return { hasTitle: title !== undefined, background, padding, body: JSON.stringify(body) };
}

/** A spec's view; what it warned of is thrown at the end. */
async function viewOf(spec: ChartSpec) {
  const { vega, vegaLite } = await libraries();
  const warnings: string[] = [];
  const logger = vega.logger(vega.Warn);
  const collect = (...messages: readonly unknown[]) => {
    warnings.push(messages.map(String).join(' '));
    return logger;
  };
  logger.warn = collect;
  logger.error = collect;
  const compiled = vegaLite.compile(spec as TopLevelSpec, { logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger });
  const finish = (): void => {
    view.finalize();
    if (warnings.length > 0) throw new Error(`A chart's spec is not clean: ${warnings.join('; ')}`);
  };
  return { view, finish };
}

/** An SVG whose texts are titled for screen readers, mirrored where its words are read from the right. */
function readable(spec: ChartSpec, svg: string): string {
  const named = withTitles(withoutRoles(svg));
  return readsFromTheRight(spec) ? mirrored(named) : named;
}

/**
 * Vega gives every group of marks a role but no name, which a screen reader would stumble over: the picture as a whole is
 * named where it is shown, and the figures are in a table.
 */
function withoutRoles(svg: string): string {
  return svg.replace(/<g\b[^>]*>/g, (tag) => tag.replace(/ (?:role|aria-roledescription|aria-hidden)="[^"]*"/g, ''));
}

/**
 * What a mark says as its title, which browsers show to the pointer without any script, in place of an attribute that only
 * a screen reader would find.
 */
function withTitles(svg: string): string {
  return svg.replace(/<(path|line|rect)\b([^>]*?)\/?>(?:<\/\1>)?/g, (tag: string, name: string, attributes: string) => {
    const says = / aria-label="([^"]*)"/.exec(attributes)?.[1];
    if (says === undefined) return tag;
    const rest = attributes.replace(/ (?:aria-label|role|aria-roledescription)="[^"]*"/g, '');
    return `<${name} class="says"${rest}><title>${says}</title></${name}>`;
  });
}

/**
 * An SVG document as a PNG, twice its size, with the bundled fonts only: the same picture on every machine.
 *
 * The signal is looked at before a picture is begun only: resvg fails on a signal that two pictures share.
 */
export async function renderPng(svg: string, signal?: AbortSignal): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  signal?.throwIfAborted();
  const drawn = withEveryLetter(svg);
  const image = await renderAsync(drawn, {
    fitTo: { mode: 'zoom', value: PNG_SCALE },
    font: { loadSystemFonts: false, fontFiles: fontFilesFor(drawn), defaultFontFamily: FONT_FAMILY },
  });
  return image.asPng();
}
