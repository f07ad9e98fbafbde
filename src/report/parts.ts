import { type Block, heading, type Report, type Section } from './blocks.js';
import { chartsIn, forPage } from './product-files.js';

/** What a run's page may have sections of beside its own, where they are asked for. */
export type PartName = 'compare' | 'explain' | 'frontier' | 'calibration';

/** Another product's report, as a section of a run's page. */
export interface ReportPart {
  readonly name: PartName;
  readonly report: Report;
}

/** A product's report as one folded section: its sections' titles are headings there, its charts have names of their own. */
export function partSection({ name, report }: ReportPart): Section {
  const { title, lead, sections } = forPage(report);
  const blocks = [...lead, ...sections.flatMap((section) => titled(section))];
  return { id: `with-${name}`, title, blocks: blocks.map((block) => renamed(block, name)), folded: true };
}

/** A chart has its title with it. */
function titled({ title, blocks }: Section): readonly Block[] {
  const charts = blocks.flatMap((block) => chartsIn([block]));
  const said = charts.some((chart) => 'title' in chart && chart.title === title);
  return said ? blocks : [heading(title), ...blocks];
}

function renamed(block: Block, part: PartName): Block {
  switch (block.kind) {
    case 'chart':
      return { ...block, chart: { ...block.chart, name: `${part}-${block.chart.name}` } };
    case 'columns':
      return { ...block, columns: block.columns.map((column) => column.map((inner) => renamed(inner, part))) };
    case 'fold':
      return { ...block, blocks: block.blocks.map((inner) => renamed(inner, part)) };
    default:
      return block;
  }
}
