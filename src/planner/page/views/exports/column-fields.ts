import type { ExportDoor } from '../../state/export-door.js';
import { words } from '../../state/preferences.js';

/** What a person may say that a column is. */
export const COLUMN_FIELDS = [
  'date',
  'campaign',
  'spend',
  'impressions',
  'reach',
  'clicks',
  'views',
  'conversions',
  'revenue',
  'platform',
  'currency',
  'breakdown',
  'ignore',
] as const;

/** A field by its name in the page's language, where it has one. */
export function fieldName(field: string): string {
  const { fields } = words().exports;
  return fields[field as keyof typeof fields] ?? field.replaceAll('_', ' ');
}

/** What was said of a file's columns so far, by their headers. */
export function saidOfColumns({ answers }: ExportDoor, file: string): Readonly<Record<string, string>> {
  return answers.value.columns[file] ?? {};
}

/** Takes down what a file's columns are; it is read so with the next reading. */
export function sayOfColumns({ answers }: ExportDoor, file: string, columns: Readonly<Record<string, string>>): void {
  answers.value = { ...answers.value, columns: { ...answers.value.columns, [file]: columns } };
}
