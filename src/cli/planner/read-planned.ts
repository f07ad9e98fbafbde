import { basename } from 'node:path';
import { type MediaPlanReading, readMediaPlan } from '../../calibrate/media-plan/read.js';
import { findingText } from '../../calibrate/words/index.js';
import { stageEvidenceText } from '../../calibrate/words/scenario/index.js';
import type { ExportAnswers, ExportFileView, ExportsReading, PlannedView } from '../../planner/exports-protocol.js';
import { readBudgetWorkbook, type WorkbookBudgets } from '../../report/workbook/read-back.js';
import type { Language } from '../../units/locale.js';
import { fromMinorUnits } from '../../units/money.js';
import { mappingsOf } from '../read-exports.js';
import { exportOptions } from './export-options.js';

const NOTHING = { files: [], questions: [], refusals: [], campaigns: [], currency: null, revenue: false, notes: [] };

/** A file that is a plan already, as `huni plan` takes it, shown before it is taken; `null` for an export. */
export async function plannedReading(
  file: string,
  answers: ExportAnswers,
  language: Language,
): Promise<ExportsReading | null> {
  const name = basename(file);
  const workbook = await readBudgetWorkbook(file);
  if (workbook !== null) {
    return workbook.status === 'refused'
      ? refused(name, findingText(workbook.finding, language))
      : { ...NOTHING, planned: workbookView(workbook) };
  }
  const options = exportOptions(answers);
  const { mapping, platform } = mappingsOf(options.map ?? [], [file]).get(file) ?? {};
  const read = await readMediaPlan(file, {
    ...(mapping === undefined ? {} : { mapping }),
    ...(platform === undefined ? {} : { platform }),
    ...(answers.currency === undefined ? {} : { currency: answers.currency }),
    ...(answers.decimal === undefined ? {} : { decimal: answers.decimal }),
    ...(answers.dayFirst === undefined ? {} : { dayFirst: answers.dayFirst }),
  });
  if (read === null) return null;
  if (read.status === 'refused') return refused(name, findingText(read.finding, language));
  return {
    ...NOTHING,
    planned: mediaPlanView(read, language),
    currency: read.currency,
    questions: read.currency === null ? [{ about: 'currency', file: null, text: name }] : [],
    notes: read.findings.map((one) => findingText(one, language)),
  };
}

/** A file that can't be taken, and why. */
function refused(file: string, message: string): ExportsReading {
  const view: ExportFileView = {
    file,
    read: false,
    rows: 0,
    kept: 0,
    leftOut: [],
    setAside: [],
    examples: [],
    platforms: [],
    period: null,
    granularity: '',
    spend: [],
    columns: [],
    beginning: null,
    findings: [{ level: 'refusal', message }],
  };
  return { ...NOTHING, planned: null, files: [view], refusals: [`${file}: ${message}`] };
}

function workbookView({ lines }: WorkbookBudgets): PlannedView {
  return {
    kind: 'workbook',
    rows: lines.map(({ row, name, amounts }) => ({ row, platform: null, stage: null, name, amount: sumOf(amounts) })),
  };
}

/** What cells of amounts add up to; `null` where one is no number: whoever takes the workbook says so. */
function sumOf(cells: WorkbookBudgets['lines'][number]['amounts']): number | null {
  const amounts = cells.filter((cell) => typeof cell === 'number');
  // Nothing is smaller than a thousandth of any currency.
  return amounts.length < cells.length ? null : Number(amounts.reduce((sum, one) => sum + one, 0).toFixed(3));
}

function mediaPlanView(
  { placements, currency }: Extract<MediaPlanReading, { readonly status: 'read' }>,
  language: Language,
): PlannedView {
  return {
    kind: 'media-plan',
    rows: placements.map(({ row, platform, stage, evidence, spend }) => {
      const units = spend.reduce((sum, one) => sum + one.units, 0);
      // Amounts of no known currency are in hundredths.
      const amount = currency === null ? units / 100 : fromMinorUnits(units, currency);
      return { row, platform, stage, name: stageEvidenceText(evidence, language), amount };
    }),
  };
}
