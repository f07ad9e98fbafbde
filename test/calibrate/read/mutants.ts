import { randomStream } from '../../../src/calibrate/fit/random.js';
import type { ExportReading } from '../../../src/calibrate/types.js';
import { readText } from './support.js';

interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Places of spend, impressions, clicks. */
  readonly at: readonly [number, number, number];
}

const pad = (day: number): string => String(day).padStart(2, '0');

/** An export as platforms write them, without a mistake. */
function sheet(kind: number, random: () => number): Sheet {
  const figures = () => {
    const impressions = 2000 + Math.floor(random() * 20_000);
    const clicks = Math.floor(impressions * (0.005 + 0.02 * random()));
    const cents = 500 + Math.floor(random() * 50_000);
    return { impressions, clicks, spend: (cents / 100).toFixed(2) };
  };
  const days = 24;
  const make = (name: string, build: (day: number, f: ReturnType<typeof figures>) => string[]) =>
    Array.from({ length: days }, (_, i) => build(i + 1, figures())).map((cells) =>
      cells.map((cell) => cell.replace('NAME', name)),
    );
  if (kind === 0) {
    const header = ['Day', 'Campaign name', 'Ad set name', 'Amount spent (USD)', 'Impressions', 'Link clicks'];
    const rows = ['Spring', 'Autumn'].flatMap((name) =>
      make(name, (day, f) => [
        `2026-03-${pad(day)}`,
        'NAME',
        'Broad',
        f.spend,
        String(f.impressions),
        String(f.clicks),
      ]),
    );
    return { header, rows, at: [3, 4, 5] };
  }
  if (kind === 1) {
    const header = ['Day', 'Campaign', 'Currency code', 'Cost', 'Impr.', 'Clicks', 'CTR', 'Avg. CPC'];
    const rows = make('Search', (day, f) => [
      `2026-03-${pad(day)}`,
      'NAME',
      'EUR',
      f.spend,
      String(f.impressions),
      String(f.clicks),
      `${((100 * f.clicks) / f.impressions).toFixed(2)}%`,
      (Number(f.spend) / Math.max(1, f.clicks)).toFixed(2),
    ]);
    return { header, rows, at: [3, 4, 5] };
  }
  const header = ['By Day', 'Campaign name', 'Ad group name', 'Cost', 'Impressions', 'Clicks (destination)', 'CPM'];
  const rows = make('Clip', (day, f) => [
    `2026-03-${pad(day)}`,
    'NAME',
    'Group',
    f.spend,
    String(f.impressions),
    String(f.clicks),
    ((1000 * Number(f.spend)) / f.impressions).toFixed(2),
  ]);
  return { header, rows, at: [3, 4, 5] };
}

interface Mutant {
  readonly what: string;
  readonly header: string[];
  readonly rows: string[][];
  /** Rows that hold a wrong figure now; the sum must be that of the others, of all, or be reported. */
  readonly broken: ReadonlySet<number>;
}

/** One mistake, as people and programs make them. */
function mutate({ header, rows, at }: Sheet, kind: number, random: () => number): Mutant {
  const copy = rows.map((row) => [...row]);
  const row = Math.floor(random() * copy.length);
  const cells = copy[row] as string[];
  const [spend, impressions, clicks] = at;
  const broken = new Set([row]);
  const whole = { header: [...header], rows: copy };
  switch (kind) {
    case 0:
      cells.splice(1, 0, 'stray');
      return { what: 'a cell too many', ...whole, broken };
    case 1:
      cells.splice(1, 1);
      return { what: 'a cell lost', ...whole, broken };
    case 2:
      [cells[spend], cells[impressions]] = [cells[impressions] as string, cells[spend] as string];
      return { what: 'spend and impressions exchanged', ...whole, broken };
    case 3:
      [cells[impressions], cells[clicks]] = [cells[clicks] as string, cells[impressions] as string];
      return { what: 'impressions and clicks exchanged', ...whole, broken };
    case 4:
      copy.push([...cells]);
      return { what: 'a row twice', ...whole, broken: new Set() };
    case 5:
      cells[spend] = (cells[spend] as string).replace('.', ',');
      return { what: 'a comma for a point', ...whole, broken };
    case 6:
      cells[impressions] = `${cells[impressions]}x`;
      return { what: 'a letter in a number', ...whole, broken };
    case 7:
      cells[0] = '2026-02-30';
      return { what: 'a day that is none', ...whole, broken };
    case 8: {
      const total = [...cells].map(() => '');
      total[1] = 'Total';
      total[spend] = rows.reduce((sum, one) => sum + Number(one[spend]), 0).toFixed(2);
      copy.push(total);
      return { what: 'a total row', ...whole, broken: new Set() };
    }
    case 9:
      copy.splice(row, 0, [...header]);
      return { what: 'the header again', ...whole, broken: new Set() };
    case 10:
      [cells[0], cells[1]] = [cells[1] as string, cells[0] as string];
      return { what: 'day and name exchanged', ...whole, broken };
    case 11:
      cells[spend] = `-${cells[spend]}`;
      return { what: 'a minus', ...whole, broken };
    case 12:
      cells[clicks] = String(10 * Number(cells[impressions]));
      return { what: 'more clicks than impressions', ...whole, broken };
    default:
      cells.pop();
      cells.unshift('');
      return { what: 'all cells a place to the right', ...whole, broken };
  }
}
const KINDS = 14;

const cents = (text: string): number => Math.round(100 * Number(text));

/** What is reported of a file beyond notes. */
const told = ({ status, counts, findings }: ExportReading): boolean =>
  status === 'refused' || counts.quarantined > 0 || findings.some(({ level }) => level === 'warning');

/** Reads exports with a mistake in each. @returns those that gave a wrong total and said nothing */
export async function wrongInSilence(mutants: number): Promise<readonly string[]> {
  const stream = randomStream('huni', 'mutated exports');
  // A uniform from the normal that streams give.
  const random = (): number => Math.abs((Math.sin(stream.normal() * 12_345.678) * 43_758.5453) % 1);
  const wrong: string[] = [];
  for (let mutant = 0; mutant < mutants; mutant++) {
    const whole = sheet(mutant % 3, random);
    const { what, header, rows, broken } = mutate(whole, mutant % KINDS, random);
    const quote = (cell: string): string => (/[",]/.test(cell) ? `"${cell}"` : cell);
    const text = [header, ...rows].map((cells) => cells.map(quote).join(',')).join('\n');
    const reading = await readText(`${text}\n`, { currency: mutant % 3 === 1 ? 'EUR' : 'USD' });
    const [spend, impressions, clicks] = whole.at;
    const sumOf = (place: number, keep: (row: number) => boolean): number =>
      whole.rows.reduce((sum, row, at) => (keep(at) ? sum + cents(row[place] as string) : sum), 0);
    const got = [
      cents(reading.totals.spend[0]?.rounded ?? '0'),
      100 * (reading.totals.counts.impressions ?? 0),
      100 * (reading.totals.counts.clicks ?? 0),
    ];
    const equal = (keep: (row: number) => boolean): boolean =>
      [spend, impressions, clicks].every((place, index) => sumOf(place, keep) === got[index]);
    const fine =
      equal(() => true) || (told(reading) && (reading.status === 'refused' || equal((row) => !broken.has(row))));
    if (!fine) wrong.push(`${mutant}: ${what}: ${got.join(' ')}`);
  }
  return wrong;
}
