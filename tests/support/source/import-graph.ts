import { parseSync } from 'oxc-parser';
import { type SourceFile, sourceFiles } from '@/tests/support/source/files';

/** The files that each file imports, by path from the root: static, dynamic and type-only imports, and re-exports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The imports between the TypeScript files of the project. Generated files and packages are left out. */
export function importGraph(files: readonly SourceFile[] = sourceFiles()): ImportGraph {
  const known = new Set(files.map(({ path }) => path));
  return new Map(files.map(({ path, text }) => [path, importedFiles(path, text, known)]));
}

function importedFiles(path: string, text: string, known: ReadonlySet<string>): string[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const names = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    // import('…') of a value and within a type; the parser lists only the first.
    ...[...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map(([, name = '']) => name),
  ];
  return [...new Set(names.flatMap((name) => resolved(path, name, known) ?? []))];
}

function resolved(from: string, name: string, known: ReadonlySet<string>): string | undefined {
  if (!/^(@\/|\.)/.test(name)) return undefined;
  // Resolves relative paths and @/ as URLs whose root is the project's root.
  const base = new URL(name.replace(/^@\//, '/'), `file:///${from}`).pathname.slice(1);
  return ['', '.ts', '.tsx', '/index.ts'].map((ending) => base + ending).find((path) => known.has(path));
}

/** Import cycles: Tarjan's strongly connected components of two or more files. */
export function circles(graph: ImportGraph): string[][] {
  const order = new Map<string, { at: number; lowest: number; open: boolean }>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string) => {
    const here = { at: order.size, lowest: order.size, open: true };
    order.set(file, here);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      const seen = order.get(next);
      if (seen === undefined) here.lowest = Math.min(here.lowest, visit(next).lowest);
      else if (seen.open) here.lowest = Math.min(here.lowest, seen.at);
    }
    if (here.lowest === here.at) {
      const group = stack.splice(stack.indexOf(file));
      for (const member of group) Object.assign(order.get(member) ?? {}, { open: false });
      if (group.length > 1) found.push(group.sort());
    }
    return here;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}
