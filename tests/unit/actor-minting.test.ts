import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from '@/tests/support/source/files';
import { isNode, type Node, nameOf, parse, walk } from '@/tests/support/source/syntax-tree';

const shipped = sourceFiles().filter(({ path }) => /^(lib|app|components|scripts|prisma)\/|^[^/]+\.tsx?$/.test(path));

/** The casts of a file to an `…Actor` type, each with its line. */
function castsIn({ path, text }: Pick<SourceFile, 'path' | 'text'>): string[] {
  const found: string[] = [];
  walk(parse(path, text), (node) => {
    if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return;
    const line = text.slice(0, node.start).split('\n').length;
    if (namesIn(node.typeAnnotation).some((name) => /^\w*Actor$/.test(name))) found.push(`${path}:${line}`);
  });
  return found;
}

function namesIn(type: unknown): string[] {
  const names: string[] = [];
  if (isNode(type)) walk(type as Node, (node) => names.push(nameOf(node)));
  return names;
}

describe('an actor', () => {
  it('is minted by lib/authz alone', () => {
    const minting = shipped.filter(({ imports }) => imports.includes('lib/authz/mint')).map(({ path }) => path);
    expect(minting.sort()).toEqual(['lib/authz/guards.ts', 'lib/authz/guest.ts', 'lib/authz/job.ts']);
  });

  it('is cast nowhere else', () => {
    expect(shipped.filter(({ path }) => path !== 'lib/authz/mint.ts').flatMap(castsIn)).toEqual([]);
  });

  it.each([
    ['a plain cast', 'const a = facts as ClientActor;'],
    ['two casts', 'const a = facts as unknown as Actor;'],
    ['a cast to a part', 'const a = facts as Readonly<JobActor>;'],
  ])('is found in %s', (_, text) => {
    expect(castsIn({ path: 'lib/x.ts', text })).toEqual(['lib/x.ts:1']);
  });
});

it('lib/authz imports nothing of lib/auth, types included', () => {
  const back = shipped.filter(({ path, text }) => path.startsWith('lib/authz/') && /['"]@\/lib\/auth\//.test(text));
  expect(back.map(({ path }) => path)).toEqual([]);
});
