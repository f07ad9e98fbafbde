import { basename } from 'node:path';
import { type DailyExport, guessStages } from '../../calibrate/index.js';
import type { ExportReading, QuarantineReason } from '../../calibrate/types.js';
import { columnText, detailText, exportNoteText, findingText, reasonText } from '../../calibrate/words/index.js';
import { stageEvidenceText } from '../../calibrate/words/scenario/index.js';
import { readUpTo } from '../../files/read.js';
import type { CampaignView, ExportAnswers, ExportFileView, ExportsReading } from '../../planner/exports-protocol.js';
import { readingWords } from '../../report/text/reading/index.js';
import { firstOf } from '../../required.js';
import { type Language, localeFor } from '../../units/locale.js';
import { formatMoney } from '../../units/money.js';
import { writeNumber } from '../../units/number-format.js';
import { translationsOf } from '../../words/catalogues/index.js';
import { translatedBy } from '../../words/said.js';
import { InputError } from '../exit.js';
import { openQuestions } from '../questions.js';
import { readEach, takeTogether } from '../read-exports.js';
import { exportOptions } from './export-options.js';
import { quietEffects } from './quiet-effects.js';
import { plannedReading } from './read-planned.js';

/** Rows set aside that are shown. */
const MOST_EXAMPLES = 50;
/** Of a file whose columns are asked for. */
const BEGINNING_BYTES = 2000;
/** Campaigns that are shown; the others keep the stage that was guessed. */
const MOST_CAMPAIGNS = 2000;

/** Reads exports together: what was read of each, what is open, which campaign is for which stage. */
export async function exportsReading(
  files: readonly string[],
  answers: ExportAnswers,
  language: Language,
): Promise<ExportsReading> {
  const planned = files.length === 1 ? await plannedReading(firstOf(files), answers, language) : null;
  if (planned !== null) return planned;
  const alone = await readEach(files, exportOptions(answers), quietEffects(language));
  const { questions, refusals } = openQuestions(alone, language);
  const translations = await translationsOf(language);
  const asked = new Set(questions.filter(({ about }) => about === 'columns').map(({ file }) => file));
  const described = {
    planned: null,
    files: await Promise.all(alone.map((reading) => fileView(reading, asked, language))),
    questions: questions.flatMap(({ about, file, text }) =>
      about === 'worth' ? [] : [{ about, file, text: translatedBy(translations, text) }],
    ),
    revenue: alone.some(({ totals }) => totals.revenue.length > 0),
  };
  const open = { ...described, refusals, campaigns: [], currency: null, notes: [] };
  if (questions.length > 0 || refusals.length > 0) return open;
  try {
    const { findings, daily } = takeTogether(alone, language);
    return {
      ...open,
      campaigns: campaignViews(daily, language),
      currency: daily.currency,
      notes: [
        ...findings.map((one) => findingText(one, language)),
        ...daily.notes.map((one) => exportNoteText(one, language)),
      ],
    };
  } catch (error) {
    if (error instanceof InputError) return { ...open, refusals: [error.message] };
    throw error;
  }
}

async function fileView(
  reading: ExportReading,
  asked: ReadonlySet<string | null>,
  language: Language,
): Promise<ExportFileView> {
  const { kinds, by } = readingWords(language);
  const { source, counts, platform, period, granularity, totals, columns, findings, quarantine } = reading;
  const file = source.path === null ? '' : basename(source.path);
  return {
    file,
    read: reading.status === 'read',
    rows: counts.read,
    kept: counts.kept,
    leftOut: Object.entries(counts.leftOut).flatMap(([kind, count]) =>
      count > 0 ? [{ kind: kinds[kind as keyof typeof counts.leftOut], count }] : [],
    ),
    setAside: Object.entries(counts.reasons).map(([reason, count]) => ({
      reason: reasonText(reason as QuarantineReason, language),
      count,
    })),
    examples: quarantine.slice(0, MOST_EXAMPLES).map(({ row, reason, detail }) => ({
      row,
      reason: reasonText(reason, language),
      detail: detailText(detail, language),
    })),
    platforms: platform?.names ?? [],
    period,
    granularity: by[granularity],
    spend: totals.spend.map(({ rounded, currency }) =>
      currency === null
        ? writeNumber(Number(rounded), localeFor({ locale: language }), { maximumFractionDigits: 2 })
        : formatMoney(Number(rounded), currency, { locale: language, precision: 'exact' }),
    ),
    columns: columns.map(({ header, field, because }) => ({ header, field, because: columnText(because, language) })),
    beginning: asked.has(file) && source.format === 'csv' && source.path !== null ? await beginning(source.path) : null,
    findings: findings.map((one) => ({ level: one.level, message: findingText(one, language, { onPage: true }) })),
  };
}

async function beginning(path: string): Promise<string> {
  const bytes = await readUpTo(path, BEGINNING_BYTES);
  return new TextDecoder().decode(bytes);
}

function campaignViews(daily: DailyExport, language: Language): readonly CampaignView[] {
  const spent = new Map<string, number>();
  const keyOf = (platform: string, campaign: string): string => JSON.stringify([platform, campaign]);
  daily.rows.spend.forEach((amount, row) => {
    const index = daily.rows.campaign[row] ?? 0;
    const key = keyOf(daily.rows.campaigns[index]?.platform ?? '', daily.owners[index] ?? '');
    if (Number.isFinite(amount)) spent.set(key, (spent.get(key) ?? 0) + amount);
  });
  return guessStages(daily)

    .map(({ evidence, ...one }) => ({
      ...one,
      evidence: stageEvidenceText(evidence, language),
      spend: spent.get(keyOf(one.platform, one.campaign)) ?? 0,
    }))
    .sort((a, b) => b.spend - a.spend)
    .slice(0, MOST_CAMPAIGNS);
}
