import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the project: its path, its text, its lines and its imports (paths from the root, without ending). */
export type SourceFile = { path: string; text: string; lines: number; imports: string[] };

const root = path.resolve(import.meta.dirname, '../../..');

/** The paths of every file that git tracks or would track, from the root; with patterns, of those that match one. */
export function trackedFiles(...patterns: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

/** Every TypeScript file that git tracks or would track, and those that match more patterns, with their imports resolved. */
export function sourceFiles(...more: string[]): SourceFile[] {
  return trackedFiles('*.ts', '*.tsx', ...more).map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return { path: file, text, lines: text.split('\n').length - 1, imports: importsOf(file, text) };
  });
}

/** Static and dynamic imports. Type-only imports do not count, because they are erased before the code runs. */
function importsOf(file: string, text: string): string[] {
  const statements = text.matchAll(
    /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
  );
  return [...statements].map(([, fromClause, dynamic, bare]) => {
    const name = fromClause ?? dynamic ?? bare ?? '';
    if (name.startsWith('@/')) return name.slice(2);
    return name.startsWith('.') ? path.join(path.dirname(file), name) : name;
  });
}
