import { NO_DAY } from '../types.js';
import { type DateOrder, readDate } from './dates.js';
import { plainName } from './named-dates.js';

/** What stands before the day on which a report was made, as `plainName` leaves it. */
const MADE =
  /(?:generated|created|exported|downloaded|printed|report date|as of|pulled|run on|rapor tarihi|olusturul|indirilme|hesabat tarixi|yaradil|yuklenme|отчет сформирован|сформирован|дата отчета|дата выгрузки|erstellt|exportiert|genere|exporte|cree le|generado|exportado|creado|gerado|criado|generato|esportato|creato|wygenerowan|utworzon|作成日|生成日|出力日|导出时间|生成时间|下载时间|تاريخ التقرير|تاريخ الانشاء|تم الانشاء)/u;

/** The day on which a report was made, as a line above its table says (`Report generated: 2026-09-30 08:15`); `null`: none does, or they differ. */
export function reportDay(preamble: readonly string[], order: DateOrder): number | null {
  const days = new Set(
    preamble.flatMap((line) => {
      if (!MADE.test(plainName(line))) return [];
      const found = line
        .split(/\s\|\s|:\s+|\s(?:on|am|le|el|em|il)\s/u)
        .map((piece) => readDate(piece.replace(/["']/g, '').trim(), order));
      return found.flatMap((day) => (typeof day === 'object' && day.last === NO_DAY ? [day.first] : []));
    }),
  );
  const [only] = days;
  return days.size === 1 && only !== undefined ? only : null;
}
