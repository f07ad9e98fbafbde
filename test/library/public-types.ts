import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isIdentifier, isImportDeclaration, type Node } from 'typescript/unstable/ast';
import { API, type Checker, type Symbol as Named, SymbolFlags } from 'typescript/unstable/sync';

/** A type that a caller meets in what a module exports, and can't name. */
export interface UnnamedType {
  /** Module that exports what needs it. */
  readonly door: string;
  readonly type: string;
  /** Where it is met first. */
  readonly metIn: string;
}

const TYPES = SymbolFlags.Interface | SymbolFlags.TypeAlias | SymbolFlags.Class | SymbolFlags.Enum;

/**
 * Types that are met in the declarations of modules' exports, through signatures, members and other types, and that none of
 * the modules exports. What libraries and the language declare is theirs; private members are nobody's.
 *
 * @param doors declaration files of modules
 * @param own the folder whose declarations are to be exported
 */
export function unnamedTypes(doors: readonly string[], own: string): readonly UnnamedType[] {
  const folder = mkdtempSync(join(tmpdir(), 'huni-types-'));
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = {
    target: 'ES2023',
    module: 'NodeNext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  // The modules as a caller has them: symbols of files are not to be had by themselves.
  const caller = join(folder, 'caller.ts');
  const imports = doors.map(
    (door, k) => `import type * as door${k} from '${resolve(door).replace(/\.d\.ts$/, '.js')}';\n`,
  );
  writeFileSync(caller, imports.join(''));
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [caller] }));
  const api = new API();
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`no project in ${config}`);
    const file = project.program.getSourceFile(caller);
    const modules = doors.map((door, k) => {
      const statement = file?.statements[k];
      const specifier =
        statement !== undefined && isImportDeclaration(statement) ? statement.moduleSpecifier : undefined;
      const module = specifier === undefined ? undefined : project.checker.getSymbolAtLocation(specifier);
      if (module === undefined) throw new Error(`${door} is no module`);
      return { door, module };
    });
    return unnamedIn(modules, project.checker, resolve(own));
  } finally {
    api.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function unnamedIn(
  modules: readonly { readonly door: string; readonly module: Named }[],
  checker: Checker,
  own: string,
): UnnamedType[] {
  const target = (symbol: Named): Named =>
    (symbol.flags & SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const isOwn = ({ path }: { readonly path: string }): boolean => path.toLowerCase().startsWith(own.toLowerCase());
  const open = modules.flatMap(({ door, module }) =>
    checker.getExportsOfModule(module).map((symbol) => ({ door, symbol: target(symbol), metIn: symbol.name })),
  );
  const seen = new Set(open.map(({ symbol }) => symbol.id));
  const found: UnnamedType[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { door, symbol, metIn } = next;
    for (const declaration of symbol.declarations.filter(isOwn).map((handle) => handle.resolve())) {
      if (declaration === undefined) throw new Error(`${symbol.name} has no declaration that can be read`);
      for (const name of identifiersIn(declaration)) {
        const met = checker.getSymbolAtLocation(name);
        if (met === undefined) continue;
        const type = target(met);
        if ((type.flags & TYPES) === 0 || seen.has(type.id) || !type.declarations.some(isOwn)) continue;
        seen.add(type.id);
        found.push({ door, type: type.name, metIn });
        open.push({ door, symbol: type, metIn: `${metIn} › ${type.name}` });
      }
    }
  }
  return found;
}

function identifiersIn(node: Node): readonly Node[] {
  const found: Node[] = [];
  const visit = (one: Node): undefined => {
    if (isIdentifier(one)) found.push(one);
    one.forEachChild(visit);
  };
  visit(node);
  return found;
}
