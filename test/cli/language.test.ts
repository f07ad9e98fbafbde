import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readResult } from '../../src/approvals/folder.js';
import { inspectFolder } from '../../src/approvals/inspect.js';
import { runAgain } from '../../src/approvals/reproduce.js';
import { languageOf } from '../../src/cli/language.js';
import { main } from '../../src/cli/main.js';
import { newScenarioText, parseScenario } from '../../src/scenario/index.js';
import { translationsOf } from '../../src/words/catalogues/index.js';
import { quickFirst, SLOW } from '../slow.js';
import { command, commandIn } from './in-process.js';

const BAD = `currency: USD
horizon: 4 weeks
budget: 5000
linez: [{ platform: instagram, stage: awareness }]
`;

async function badFile(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'huni-language-')), 'bad.yaml');
  await writeFile(path, BAD);
  return path;
}

describe('the language of help and messages', () => {
  it('is what --language says, else what the environment says, else English', () => {
    expect(languageOf(['run', 'x.yaml', '--language', 'tr'], { LANG: 'az_AZ.UTF-8' })).toBe('tr');
    expect(languageOf(['--language=AR'], {})).toBe('ar');
    expect(languageOf(['run'], { LANG: 'az_AZ.UTF-8' })).toBe('az');
    expect(languageOf(['run'], { LC_ALL: 'C', LANG: 'az_AZ.UTF-8' })).toBe('en');
    expect(languageOf(['run'], { LC_ALL: '', LC_MESSAGES: 'tr_TR', LANG: 'en_US' })).toBe('tr');
    expect(languageOf(['run', '--', '--language', 'tr'], {})).toBe('en');
    expect(() => languageOf(['--language', 'de'], {})).toThrow(
      '--language: found "de", expected one of en, az, tr, ar',
    );
  });

  it('is refused where it is none of the four, with exit code 2', async () => {
    const { code, err } = await command(['schema', '--language', 'de']);
    expect([code, err]).toEqual([2, '--language: found "de", expected one of en, az, tr, ar\n']);
  });

  it.each([
    ['az', 'bad.yaml:4:1: tapıldı: "linez": bu versiyanın tanımadığı açar', 'bəlkə bunu nəzərdə tutursunuz: lines?'],
    ['tr', 'bad.yaml:4:1: bulunan: "linez": bu sürümün bilmediği bir anahtar', 'bunu mu demek istediniz: lines?'],
    ['ar', 'bad.yaml:4:1: وُجد: "linez"، وهو مفتاح لا يعرفه هذا الإصدار', 'هل تقصد lines؟'],
  ])('has a mistake in a scenario told in %s', async (language, beginning, end) => {
    const path = await badFile();
    const { code, err } = await command(['run', path, '--language', language]);
    expect(code).toBe(2);
    expect(err).toContain(beginning);
    expect(err).toContain(end);
    expect(err).not.toMatch(/\b(found|expected|did you mean)\b/);
  });

  it('has a mistake on the command line told, by the environment, too', async () => {
    let err = '';
    const code = await main(['run', 'x.yaml', '--draws', 'many'], {
      out: () => {},
      err: (text) => {
        err += text;
      },
      interactive: false,
      columns: null,
      color: false,
      environment: { LANG: 'tr_TR.UTF-8' },
      signal: new AbortController().signal,
    });
    expect(code).toBe(2);
    expect(err).toBe(
      `hata: '--draws <n>' seçeneğinin 'many' değeri geçersiz. bulunan: "many"; beklenen: 16 ile 16777216 arasında tam sayı (draws)\n(huni --help komutları sıralar)\n`,
    );
  });

  it('has a word that is no command told', async () => {
    const { err } = await command(['--language', 'az', 'rnu']);
    expect(err).toContain("səhv: naməlum əmr 'rnu'\n(Bəlkə run?)");
  });

  it.each([
    ['az', 'İstifadəsi: huni run', 'Seçimlər:', 'susmaya görə'],
    ['tr', 'Kullanım: huni run', 'Seçenekler:', 'varsayılan'],
    ['ar', 'الاستعمال: huni run', 'الخيارات:', 'الافتراضي'],
  ])('has help told in %s, nothing of it in English', async (language, usage, options, standard) => {
    const { code, out } = await command(['run', '--help', '--language', language]);
    expect(code).toBe(0);
    expect(out).toContain(usage);
    expect(out).toContain(options);
    expect(out).toContain(standard);
    expect(out.match(/(?<!\p{L})(the|and|write|display|choices|default)(?!\p{L})/gu) ?? []).toEqual([]);
  });

  it.each([
    'az',
    'tr',
    'ar',
  ] as const)('has the scenario of huni new written in %s: the same plan', async (language) => {
    const translations = await translationsOf(language);
    const text = newScenarioText('Yaz', { language, translations });
    const told = await parseScenario(text, 'plan.yaml');
    const english = await parseScenario(newScenarioText('Yaz'), 'plan.yaml');
    if (!told.ok || !english.ok) throw new Error('the template is not valid');
    const figures = ({ scenario }: typeof told): string =>
      JSON.stringify({ ...scenario, language: '', sha256: '' }).replaceAll(/"name":"[^"]*"/g, '');
    expect(figures(told) === figures(english)).toBe(true);
    expect(told.scenario.language).toBe(language);
    // With every # before a key taken off it is valid, too.
    const keys = /^# (?:(?:creators_from|creators|organic|brand|shocks|phases|variants):| {2})/;
    const lines = text.split('\n').map((line) => (keys.test(line) ? line.slice(2) : line));
    const whole = await parseScenario(lines.join('\n'), 'whole.yaml');
    expect(whole.ok ? [] : whole.problems.map(({ message }) => message)).toEqual([]);
  });

  it('is that of the file that huni new writes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huni-language-'));
    const before = process.cwd();
    process.chdir(folder);
    try {
      const { out } = await command(['new', 'bahar', '--language', 'tr']);
      expect(out).toBe('Yazıldı: bahar.yaml. Sonra: huni run bahar.yaml\n');
      expect(await readFile('bahar.yaml', 'utf8')).toContain('language: tr');
    } finally {
      process.chdir(before);
    }
  });
});

describe('the language of a report', () => {
  const PLAN = `currency: USD
horizon: 4 weeks
budget: 5000
draws: 64
economics: { order_value: 60, margin: 50% }
lines:
  - { platform: instagram, stage: awareness, budget: 3000, audience: 200k, cpm: 5 to 8, ctr: 1%, view_rate: 25%, cvr: 2% }
  - { platform: facebook, stage: conversion, budget: 2000, audience: 20k, cpm: 6 to 9, ctr: 1%, view_rate: 25%, cvr: 4% }
variants: { dear: cpm +20% }
`;
  const planFile = async (text = PLAN): Promise<string> => {
    const path = join(await mkdtemp(join(tmpdir(), 'huni-language-')), 'plan.yaml');
    await writeFile(path, text);
    return path;
  };
  const pageOf = (folder: string) => readFile(join(folder, 'report.html'), 'utf8');

  it(
    'is what --language says where the plan says none: in terminal and page, and where it is verified',
    SLOW,
    async () => {
      const path = await planFile();
      const folder = join(path, '..', 'out');
      const { code, out } = await command(['run', path, '--no-optimize', '--language', 'az', '--out', folder]);
      expect(code).toBe(0);
      expect(out).toContain('Hesabat: ');
      expect(await pageOf(folder)).toContain('<html lang="az"');
      const read = await readResult(folder);
      expect(read.result.scenario.language).toBe('az');
      const rerun = await runAgain(folder, read, { workers: 0 });
      expect(rerun.differences).toEqual([]);
      expect((await inspectFolder(folder, rerun)).faults).toEqual([]);
    },
  );

  for (const [names, options] of quickFirst(['check', 'compare', 'explain', 'frontier', 'optimize'], 1))
    it.each(names)('is so of %s', options, async (name) => {
      const path = await planFile();
      const print = async (...more: string[]) => {
        const out = name === 'check' || name === 'optimize' ? [] : ['--out', join(path, '..', 'out')];
        return (await command([name, path, '--workers', '1', ...out, ...more])).out;
      };
      const [plain, told] = [await print(), await print('--language', 'az')];
      await writeFile(path, `language: az\n${PLAN}`);
      const [own, kept] = [await print(), await print('--language', 'tr')];
      expect(told).toBe(own);
      expect(kept).toBe(own);
      expect(told).not.toBe(plain);
    });

  it("isn't what the environment says, so that it is the same on every machine", async () => {
    const path = await planFile();
    const run = ['check', path, '--workers', '1'];
    const told = await commandIn(join(path, '..'), run, { LANG: 'az_AZ.UTF-8' });
    expect(told).toEqual(await command(run));
    expect(told.code).toBe(0);
  });
});
