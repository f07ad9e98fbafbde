import type { ExportAnswers } from '../../planner/exports-protocol.js';
import type { ExportOptions } from '../read-exports.js';

/** Answers as the commands' options. */
export function exportOptions({ currency, dayFirst, decimal, platforms, columns }: ExportAnswers): ExportOptions {
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(dayFirst === undefined ? {} : dayFirst ? { dayFirst: true } : { monthFirst: true }),
    ...(decimal === undefined ? {} : { decimal }),
    map: [
      ...Object.entries(platforms).map(([file, name]) => `${file}:platform=${name}`),
      ...Object.entries(columns).flatMap(([file, fields]) =>
        Object.entries(fields).map(([header, field]) => `${file}:${header}=${field}`),
      ),
    ],
    quiet: true,
  };
}
