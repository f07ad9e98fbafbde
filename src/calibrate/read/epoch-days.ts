import { areMidnights, epochIn, shiftOf } from './epochs.js';
import type { ColumnProfile } from './profile.js';
import type { FileRow } from './records.js';

/** Rows whose seconds since 1970 are written as the day they are on, of hours with the time. */
export async function* withEpochDays(
  rows: AsyncIterable<FileRow>,
  profiles: readonly ColumnProfile[],
): AsyncGenerator<FileRow> {
  const columns = new Map(
    profiles.flatMap(({ column, dates }) =>
      dates === null || dates.epochs === 0 ? [] : [[column.index, dates.epochTimes] as const],
    ),
  );
  if (columns.size === 0) {
    yield* rows;
    return;
  }
  for await (const row of rows) {
    const cells = row.cells.map((cell, index) => {
      const times = columns.get(index);
      const seconds = times === undefined ? null : epochIn(cell);
      if (times === undefined || seconds === null) return cell;
      const written = new Date(1000 * (seconds + shiftOf(times))).toISOString();
      return areMidnights(times) ? written.slice(0, 10) : `${written.slice(0, 10)} ${written.slice(11, 16)}`;
    });
    yield { ...row, cells };
  }
}
