import { SMALL } from '../cli/support.js';

/** A stream of whole numbers below a bound, the same for the same seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, pick: <T>(items: readonly T[]): T => items[below(items.length)]! };
}
type Random = ReturnType<typeof randomFrom>;

/** Something that a command is given: files to put into a folder, what to say, and whether it can only be refused. */
export interface HostileInput {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly args: readonly string[];
  readonly mustRefuse: boolean;
}

const SCALARS = [
  'NaN',
  '.nan',
  '.inf',
  '-.inf',
  '1e308',
  '1e400',
  '-1',
  '0',
  '-0',
  '9007199254740993',
  '""',
  '~',
  '[]',
  '{}',
  '[[[[]]]]',
  '"\\0"',
  '"\\u001b[2J"',
  '"\\u202e"',
  '"\\uFFFE"',
  '"::error::x"',
  '__proto__',
  'constructor',
  'toString',
  '1 to',
  'to 1',
  '5 to 2',
  '150%',
  '-5%',
  '1%%',
  '=1+1',
  '<b>',
  '2027-02-30',
  '0 weeks',
  '1e9 weeks',
  '!!js/function "x"',
  '!!binary AAAA',
  '*missing',
  '&a [*a]',
  `"${'x'.repeat(20_000)}"`,
  '0x1F',
  '1_000',
  '١٢٣',
  'true',
] as const;
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '"\\u001b[31m"',
  '"::error::"',
  '? [a]',
  '"\\0"',
  'lines',
  '<<',
  '1',
  '""',
] as const;

const line = (text: string, random: Random) => {
  const lines = text.split('\n');
  return { lines, at: random.below(lines.length) };
};

/** What is done to a plan's text. Where all that comes of it is wrong, `refuse` says so. */
const MUTATIONS: readonly {
  readonly name: string;
  readonly refuse?: boolean;
  readonly of: (text: string, random: Random) => string | Uint8Array;
}[] = [
  {
    name: 'a value',
    of: (text, random) => {
      const places = [...text.matchAll(/: ([^{}[\],\n]+)/g)];
      const place = random.pick(places);
      return `${text.slice(0, place.index)}: ${random.pick(SCALARS)}${text.slice(place.index + place[0].length)}`;
    },
  },
  {
    name: 'two values',
    of: (text, random) =>
      text.replace(/\d+(\.\d+)?/g, (number) => (random.below(8) === 0 ? random.pick(SCALARS) : number)),
  },
  {
    name: 'a strange key',
    refuse: true,
    of: (text, random) => `${text}${random.pick(KEYS)}: ${random.pick(['1', 'x', '[]'])}\n`,
  },
  {
    name: 'an unknown key in a line',
    refuse: true,
    of: (text) => text.replace('stage: awareness,', 'stage: awareness, cpmm: 3,'),
  },
  {
    name: 'a line less',
    of: (text, random) => {
      const { lines, at } = line(text, random);
      return lines.filter((_, k) => k !== at).join('\n');
    },
  },
  {
    name: 'a line twice',
    of: (text, random) => {
      const { lines, at } = line(text, random);
      return [...lines.slice(0, at + 1), ...lines.slice(at)].join('\n');
    },
  },
  { name: 'cut off', of: (text, random) => text.slice(0, random.below(text.length)) },
  { name: 'a tab', refuse: true, of: (text) => text.replace('\n  - {', '\n\t- {') },
  {
    name: 'bytes that are no UTF-8',
    refuse: true,
    of: (text, random) =>
      Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xc0, random.below(256)]), Buffer.from('\n')]),
  },
  {
    name: 'bytes turned',
    of: (text, random) => {
      const bytes = Buffer.from(text);
      for (let k = 0; k < 3; k++) bytes[random.below(bytes.length)] = random.below(256);
      return bytes;
    },
  },
  { name: 'noise', refuse: true, of: (_, random) => Buffer.from(Array.from({ length: 500 }, () => random.below(256))) },
  {
    name: 'aliases of aliases',
    refuse: true,
    of: (text) =>
      `a: &a [x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((n, k) => `${n}: &${n} [${Array(8).fill(`*${'abcdefgh'[k]}`).join(',')}]`).join('\n')}\n${text}`,
  },
  {
    name: 'nested without end',
    refuse: true,
    of: (text, random) => `${text}x: ${'['.repeat(5_000 + random.below(5_000))}\n`,
  },
  {
    name: 'a file of the machine',
    refuse: true,
    of: (text, random) =>
      `extends: ${random.pick(['/etc/passwd', '/proc/self/environ', '../../../etc/hosts', '/dev/zero', 'https://x/y.yaml', '.', 'plan.yaml'])}\n${text}`,
  },
  {
    name: 'data of the machine',
    refuse: true,
    of: (text, random) =>
      text.replace(
        '20 to 40',
        `{ dist: empirical, file: ${random.pick(['/proc/self/environ', '/etc/passwd', '/dev/zero', '../x.csv', '.'])}, column: x }`,
      ),
  },
  {
    name: 'an own KPI',
    of: (text, random) =>
      `${text}kpis: { ${random.pick(['constructor', 'toString', '__proto__', 'a', 'profit', 'valueOf'])}: ${random.pick(['cost / 0', 'sqrt(profit)', 'a', 'constructor', 'import("fs")', 'cost.constructor', 'x = 1', '((((((((1))))))))', 'cost ^ cost ^ cost', 'log(-cost)'])} }\n`,
  },
  { name: 'a name', of: (text, random) => text.replace('name: Small', `name: ${random.pick(SCALARS)}`) },
  {
    name: 'a platform',
    of: (text, random) =>
      text.replace(
        'platform: instagram',
        `platform: ${random.pick(['toString', 'constructor', '__proto__', '"\\n::error::"', 'x', '"<b>"', '=1+1'])}`,
      ),
  },
  {
    name: 'a rule',
    of: (text, random) =>
      text.replace(
        'prospecting: 70-80%',
        random.pick([
          'prospecting: 0-0%',
          'lines: { "instagram/awareness": { min: 1e300 } }',
          'budget: { max: -1 }',
          'cpa: { max: 0 }',
          'roas: { min: 1e300 }',
          'prospecting: "100%"',
        ]),
      ),
  },
  {
    name: 'a target',
    of: (text, random) =>
      text.replace(
        'roas >= 0.01 with 80%',
        random.pick([
          'roas >= 1e400',
          'constructor > 1',
          'profit >= NaN',
          'roas >= 0.01 with 180%',
          '>= 1',
          'roas >= 2 with',
          'a'.repeat(5_000),
        ]),
      ),
  },
];

const COMMANDS: readonly (readonly string[])[] = [
  ['check', 'plan.yaml'],
  ['check', 'plan.yaml', '--format', 'github'],
  ['check', 'plan.yaml', '--json'],
  ['run', 'plan.yaml', '--no-optimize', '--json'],
  ['optimize', 'plan.yaml'],
  ['compare', 'plan.yaml', '--json'],
  ['explain', 'plan.yaml', '--no-optimize', '--json', '--draws', '512'],
  ['frontier', 'plan.yaml', '--points', '2', '--json'],
  ['run', 'plan.yaml', '--out', 'made', '--live', '--export', 'generic'],
  ['optimize', 'plan.yaml', '--write'],
  ['test', 'plan.yaml', '--json'],
  ['test', 'plan.yaml', '--write'],
  ['track', 'plan.yaml', '--actuals', 'came.csv', '--map', 'platform=instagram', '--write'],
  ['track', 'plan.yaml', '--actuals', 'came.csv', '--map', 'platform=instagram', '--json'],
  ['sweep', 'plan.yaml', '--vary', 'budget=900,1000', '--json'],
  ['sweep', 'plan.yaml', '--vary', 'economics.margin=40%..60%', '--design', 'sobol', '--points', '3', '--optimize'],
];

function planInput(random: Random): HostileInput {
  const first = random.pick(MUTATIONS);
  const args = random.pick(COMMANDS);
  const draws = args.includes('--draws') ? [] : ['--draws', '64'];
  return {
    name: `${args[0]}: ${first.name}`,
    files: { 'plan.yaml': first.of(SMALL, random), 'came.csv': EXPORT.replaceAll('2027-01', '2027-03') },
    args: [...args, ...draws, '--workers', '1'],
    mustRefuse: first.refuse === true,
  };
}

const ROWS = Array.from(
  { length: 30 },
  (_, k) =>
    `2027-01-${String((k % 28) + 1).padStart(2, '0')},Spring ${k % 3},${10 + k}.5,${1000 + k},${20 + k},${k % 5}`,
);
const EXPORT = `Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Results\n${ROWS.join('\n')}\n`;
const CELLS = [
  '',
  '-1',
  '1e400',
  'NaN',
  '=cmd|x',
  '"',
  '""',
  "'",
  '\u001b[2J',
  '\u202e',
  '::error::',
  '2027-13-45',
  '1.2.3',
  '١٢',
  'x'.repeat(50_000),
  '\0',
  ',,,,',
  ';',
  '\t',
  '😀',
] as const;

const EXPORT_MUTATIONS: readonly {
  readonly name: string;
  readonly refuse?: boolean;
  readonly of: (random: Random) => string | Uint8Array;
}[] = [
  {
    name: 'a cell',
    of: (random) => EXPORT.replace(random.pick(ROWS), random.pick(ROWS).replace(/[^,]+/, random.pick(CELLS))),
  },
  {
    name: 'a header',
    of: (random) => EXPORT.replace(random.pick(['Day', 'Campaign name', 'Impressions']), random.pick(CELLS)),
  },
  { name: 'cut off', of: (random) => EXPORT.slice(0, random.below(EXPORT.length)) },
  { name: 'an open quote', of: (random) => EXPORT.replace(random.pick(ROWS), (row) => `"${row}`) },
  { name: 'no rows', refuse: true, of: () => EXPORT.split('\n')[0]! },
  { name: 'nothing', refuse: true, of: () => '' },
  { name: 'wide', refuse: true, of: () => `${EXPORT}${','.repeat(200_000)}\n` },
  { name: 'noise', refuse: true, of: (random) => Buffer.from(Array.from({ length: 2_000 }, () => random.below(256))) },
  {
    name: 'a broken workbook',
    refuse: true,
    of: (random) =>
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(Array.from({ length: 500 }, () => random.below(256)))]),
  },
  { name: 'an old workbook', refuse: true, of: () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]) },
  {
    name: 'UTF-16 cut in a letter',
    of: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(EXPORT, 'utf16le').subarray(0, -1)]),
  },
  {
    name: 'bytes turned',
    of: (random) => {
      const bytes = Buffer.from(EXPORT);
      for (let k = 0; k < 5; k++) bytes[random.below(bytes.length)] = random.below(256);
      return bytes;
    },
  },
];

function exportInput(random: Random): HostileInput {
  const mutation = random.pick(EXPORT_MUTATIONS);
  const command = random.pick([
    ['calibrate', '--json'],
    ['backtest', '--json', '--origins', '1', '--draws', '100', '--horizon', '3 days'],
    ['plan', '--json', '--draws', '64', '--workers', '1', '--order-value', '20 to 40', '--map', 'platform=instagram'],
    ['track', '--json', '--draws', '64', '--workers', '1', '--map', 'platform=instagram'],
  ]);
  const what = command[0] === 'track' ? ['plan.yaml', '--actuals', 'export.csv'] : ['export.csv'];
  return {
    name: `${command[0]}: ${mutation.name}`,
    files: { 'plan.yaml': SMALL, 'export.csv': mutation.of(random) },
    args: [command[0]!, ...what, ...command.slice(1), ...(random.below(2) === 0 ? ['--currency', 'AZN'] : [])],
    mustRefuse: mutation.refuse === true,
  };
}

const TEXTS = [
  '',
  '{}',
  '[]',
  'null',
  '{"format":"huni.result/1"}',
  '{"__proto__":{"a":1}}',
  '\0',
  '\u001b]0;x\u0007',
  '{"format":"huni.submission/2"}',
  '{'.repeat(50_000),
  `"${'x'.repeat(100_000)}"`,
] as const;

/** Addresses of no queue. */
const URLS = [
  'redis://127.0.0.1:1',
  'http://127.0.0.1',
  'redis://',
  'redis://u:secret@127.0.0.1:1',
  'redis://127.0.0.1:99999',
  'redis://\u001b[31m',
  'file:///etc/passwd',
  '',
] as const;

/** Files of the machine that are none of huni's. */
const MACHINE = ['/etc/passwd', '/proc/self/environ', '/etc/hostname'] as const;

/** Files of approvals, results and keys that are none, and options that make no sense: all of it can only be refused. */
function otherInput(random: Random): HostileInput {
  const text = random.pick(TEXTS);
  const files = {
    'plan.yaml': SMALL,
    'x.json': text,
    'report/result.json': text,
    'report/submission.json': text,
    'ledger.db': text || 'x',
    'key.key': text,
    'policy.yaml': text,
  };
  const args = random.pick([
    ['check', 'plan.yaml', '--draws', '64', '--against', 'x.json'],
    ['submit', 'report', '--store', 'new/ledger.db'],
    ['verify', 'report', '--store', 'ledger.db'],
    ['approve', '1', '--by', 'A', '--key', 'key.key', '--store', 'ledger.db'],
    ['reject', '1', '--by', '\u001b[31m', '--key', 'key.key', '--store', 'ledger.db'],
    ['ledger', '--store', 'ledger.db'],
    ['ledger', '--store', '/dev/zero'],
    ['policy', 'policy.yaml', '--key', 'key.key', '--store', 'new/ledger.db'],
    ['keys', 'new', random.pick(['../x', '', '\n::error::', 'a/b', '.'])],
    ['run', 'plan.yaml', '--draws', random.pick(['-1', '0', '1e9', 'NaN', '99999999999999999999', '\u001b[31m'])],
    ['run', 'plan.yaml', '--draws', '64', '--out', 'x.json'],
    ['run', 'plan.yaml', '--draws', '64', '--no-optimize', '--out', 'report'],
    ['run', 'x.json'],
    ['explain', 'plan.yaml', '--kpi', random.pick(['constructor', '__proto__', '\u001b[31m', ''])],
    ['frontier', 'plan.yaml', '--for', random.pick(['constructor > 1', '', 'roas >= NaN', '\u001b[31m'])],
    ['new', random.pick(['../x', 'a/b', '.', '\0'])],
    ['calibrate', 'plan.yaml', '--map', random.pick(['=', 'x', '=y', '__proto__=spend'])],
    ['check', 'plan.yaml', '--root', 'report'],
    ['test', 'x.json'],
    ['test', 'plan.yaml', '--draws', '64', '--out', 'x.json'],
    ['track', 'plan.yaml', '--actuals', random.pick(['x.json', 'report', '/dev/zero', '/proc/self/environ'])],
    ['track', 'plan.yaml', '--actuals', 'x.json', '--as-of', random.pick(['2027-02-30', '\u001b[31m', '__proto__'])],
    ['track', 'plan.yaml', '--actuals', 'x.json', '--settle', random.pick(['-1', '1e9', 'NaN'])],
    ['plan', 'x.json', '--budget', random.pick(['-1', '1e400', 'NaN', '\u001b[31m', ''])],
    ['plan', '/dev/zero', '--json'],
    ['plan', 'x.json', '--goal', random.pick(['constructor', '\n::error::', ''])],
    [
      'sweep',
      'plan.yaml',
      '--draws',
      '64',
      '--vary',
      random.pick([
        '__proto__=1,2',
        'constructor.prototype=1',
        'lines=x',
        'budget=1..1e12 step 1e-9',
        'budget=',
        '=1',
        'name="a\u001b[31m","b"',
        'extends=/etc/passwd,/etc/hosts',
        'budget=NaN,1e400',
      ]),
    ],
    ['sweep', 'plan.yaml', '--vary', 'budget=1..2', '--design', 'sobol', '--points', random.pick(['0', '-1', '1e9'])],
    ['sweep', 'plan.yaml', '--vary', 'budget=1,2', '--engine', random.pick(URLS)],
    ['worker', '--redis', random.pick(URLS)],
    ['worker', '--redis', random.pick(URLS), '--status'],
    ['serve', random.pick(['x.json', 'nowhere', '/dev/zero', '\0'])],
    ['serve', '--port', random.pick(['-1', '65536', 'NaN', '\u001b[31m'])],
    ['serve', '--host', random.pick(['0.0.0.0', '::', 'example.com', '\u001b[31m', ''])],
    ['serve', '--tls-cert', 'x.json', '--tls-key', random.pick(['x.json', '/dev/zero', 'nowhere'])],
    ['compare', 'plan.yaml', random.pick(['x.json', '/dev/zero', 'report'])],
    [
      'backtest',
      random.pick(['x.json', '/dev/zero', 'report']),
      '--horizon',
      random.pick(['-1 days', '1e9 weeks', '']),
    ],
    ['schema', random.pick(['x', '--\u001b[31m'])],
    ['optimize', 'x.json', '--write'],
    [random.pick(['run', 'check', 'optimize', 'explain', 'frontier', 'test']), random.pick(MACHINE)],
    ['compare', 'plan.yaml', random.pick(MACHINE)],
    ['sweep', random.pick(MACHINE), '--vary', 'budget=1,2'],
    ['check', 'plan.yaml', '--draws', '64', '--against', random.pick(MACHINE)],
    ['policy', random.pick(MACHINE), '--key', 'key.key', '--store', 'new/ledger.db'],
    [random.pick(['calibrate', 'backtest', 'plan']), random.pick(MACHINE)],
    ['approve', '1', '--by', 'A', '--key', random.pick(MACHINE), '--store', 'ledger.db'],
    [random.pick(['constructor', '__proto__', '\n::error::x', ''])],
  ]);
  return {
    name: `${args.slice(0, 2).join(' ')}: ${text.slice(0, 20)}`,
    files,
    args,
    mustRefuse: !args.some((word) => word.startsWith('name=')),
  };
}

/** The k-th of the inputs: the same one in every run. */
export function hostileInput(k: number): HostileInput {
  const random = randomFrom(0x68756e69 + k);
  const kind = k % 10;
  return kind < 6 ? planInput(random) : kind < 8 ? exportInput(random) : otherInput(random);
}
