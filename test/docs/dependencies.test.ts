import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/dependencies.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const build = readFileSync('scripts/bundle-settings.mjs', 'utf8');

/** The part of the page below a heading. */
const section = (heading: string) => text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
/** First cells of a section's table: a package may be named in another's row, as what replaces it. */
const packagesIn = (heading: string) =>
  section(heading)
    .split('\n')
    .filter((row) => row.startsWith('| `'))
    .map((row) => row.split('|')[1] ?? '')
    .join('\n');
/** Packages named in a text; `a/b`, `…-c` stands for `a/b-c`, `a/*` for all of a scope. */
function namedIn(part: string): (name: string) => boolean {
  const named = [...part.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name!);
  return (name) =>
    named.some((one, k) => {
      if (one.endsWith('/*')) return name.startsWith(one.slice(0, -1));
      if (one.startsWith('…')) return name === named[k - 1] + one.slice(1);
      return one === name;
    });
}

describe('docs/dependencies.md', () => {
  it('has every package, in its place', () => {
    const installed = namedIn(packagesIn('Installed with huni'));
    const bundled = namedIn(packagesIn('Taken into `dist/` when it is built'));
    const building = namedIn(packagesIn('For building and testing only'));
    expect(Object.keys(manifest.dependencies).filter((name) => !installed(name))).toEqual([]);
    expect(Object.keys(manifest.devDependencies).filter((name) => !bundled(name) && !building(name))).toEqual([]);
    // Each in one place.
    const everywhere = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const twice = everywhere.filter((name) => [installed, bundled, building].filter((has) => has(name)).length !== 1);
    expect(twice).toEqual([]);
  });

  it('names no package that is not there', () => {
    const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const isThere = (one: string, before: string): boolean => {
      if (one.endsWith('/*')) return packages.some((name) => name.startsWith(one.slice(0, -1)));
      return packages.includes(one.startsWith('…') ? before + one.slice(1) : one);
    };
    const tables = ['Installed with huni', 'Taken into `dist/` when it is built', 'For building and testing only'].map(
      (heading) =>
        section(heading)
          .split('\n')
          .filter((row) => row.startsWith('| `'))
          .map((row) => row.split('|')),
    );
    const named = tables
      .flat()
      .map(([, packages = '']) => packages)
      .flatMap((cell) => {
        const names = [...cell.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name!);
        return names.map((name, k) => [name, names[k - 1] ?? ''] as const);
      });
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(([name, before]) => !isThere(name, before))).toEqual([]);
    // Who keeps it, its licence, what for, and what replaces it.
    for (const row of tables.flat())
      expect(
        row
          .slice(2, -1)
          .map((cell) => cell.trim())
          .filter(Boolean),
      ).toHaveLength(4);
  });

  it("has the licences that the packages' own manifests have", () => {
    const rows = text.split('\n').filter((row) => row.startsWith('| `'));
    for (const row of rows) {
      const [, names = '', , licence = ''] = row.split('|');
      for (const [, name] of names.matchAll(/`([^`\s…*]+)`/g)) {
        const own = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
          license?: string;
          licenses?: readonly { type: string }[];
        };
        const said = own.license ?? own.licenses?.[0]?.type ?? '';
        const parts = said.replace(/[()]/g, '').split(/ AND | OR /);
        expect(
          parts.some((part) => licence.includes(part)),
          `${name}: ${said}, the page says${licence}`,
        ).toBe(true);
      }
    }
  });

  it('has exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('names what is installed beside the bundles: what they leave out, and what declarations name', () => {
    const [, list = ''] = /external: \[([^\]]*)\]/.exec(build) ?? [];
    const left = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name!.replace('/*', '/'));
    const types = ['yaml', 'zod'];
    const strange = Object.keys(manifest.dependencies).filter(
      (name) =>
        !types.includes(name) && !left.some((one) => name === one || (one.endsWith('/') && name.startsWith(one))),
    );
    expect(strange).toEqual([]);
  });
});
