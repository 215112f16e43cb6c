import { describe, expect, it } from 'vitest';
import { circles, type ImportGraph, importGraph } from '@/tests/support/source/import-graph';

const graph = importGraph();
const within = (pattern: RegExp): ImportGraph => new Map([...graph].filter(([path]) => pattern.test(path)));

/**
 * The layers of lib, lowest first: a file may import only its own folder and lower layers, which precede it in this list.
 * Type imports count. A folder without an entry is a noun (projects, documents, …).
 */
const layers: { name: string; holds: RegExp }[] = [
  { name: 'languages', holds: /^lib\/i18n\/locales\.ts$/ },
  { name: 'root files', holds: /^lib\/[^/]+$/ },
  { name: 'i18n', holds: /^lib\/i18n\// },
  { name: 'http', holds: /^lib\/http\// },
  { name: 'pdf', holds: /^lib\/pdf\// },
  { name: 'csv', holds: /^lib\/csv\// },
  { name: 'forms', holds: /^lib\/forms\// },
  { name: 'db', holds: /^lib\/db\// },
  { name: 'authz', holds: /^lib\/authz\// },
  { name: 'events', holds: /^lib\/(events|audit|notices)\// },
  { name: 'jobs', holds: /^lib\/jobs\// },
  { name: 'edits', holds: /^lib\/edits\// },
  { name: 'auth', holds: /^lib\/auth\// },
  { name: 'live', holds: /^lib\/live\// },
  { name: 'idempotency', holds: /^lib\/idempotency\// },
  { name: 'storage', holds: /^lib\/storage\// },
  { name: 'tables', holds: /^lib\/tables\// },
  { name: 'ledger', holds: /^lib\/ledger\// },
  {
    name: 'nouns',
    holds: /^lib\/(?!dashboard\/|onboarding\/|imports\/|exports\/|mail\/|worker\/|doors\/|openapi\/)[^/]+\//,
  },
  { name: 'compositions', holds: /^lib\/(dashboard|onboarding|imports|exports|mail)\// },
  { name: 'worker', holds: /^lib\/worker\// },
  { name: 'doors', holds: /^lib\/doors\// },
  { name: 'openapi', holds: /^lib\/openapi\// },
];

const layerOf = (path: string) => layers.findIndex(({ holds }) => holds.test(path));
const folderOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1];

/** Files that a noun may import from another noun. A command that spans two nouns receives the open transaction instead. */
const sharedByNouns = /\/(schemas|rule|columns)\.ts$/;

function pointsUp(from: string, to: string): boolean {
  const [own, other] = [layerOf(from), layerOf(to)];
  if (own !== other) return other > own || other === -1;
  return folderOf(from) !== folderOf(to) && layers[own]?.name === 'nouns' && !sharedByNouns.test(to);
}

describe('imports point one way', () => {
  it('from a layer of lib to the layers below it', () => {
    const lib = within(/^lib\//);
    expect(lib.size).toBeGreaterThan(150);
    const upwards = [...lib].flatMap(([from, to]) =>
      to.filter((path) => pointsUp(from, path)).map((path) => `${from} imports ${path}`),
    );
    expect(upwards).toEqual([]);
  });

  it('every layer holds files', () => {
    const paths = [...within(/^lib\//).keys()];
    expect(layers.filter((_, at) => !paths.some((path) => layerOf(path) === at)).map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['lib/http/problem.ts', 'lib/doors/route.ts', true],
    ['lib/errors.ts', 'lib/db/client.ts', true],
    ['lib/projects/queries.ts', 'lib/clients/team-queries.ts', true],
    ['lib/projects/commands.ts', 'lib/documents/phases/order-commands.ts', true],
    ['lib/projects/queries.ts', 'lib/clients/schemas.ts', false],
    ['lib/projects/queries.ts', 'lib/projects/phases/commands.ts', false],
    ['lib/dashboard/queries.ts', 'lib/projects/queries.ts', false],
    ['lib/projects/queries.ts', 'lib/dashboard/queries.ts', true],
    ['lib/onboarding/commands.ts', 'lib/projects/commands.ts', false],
    ['lib/clients/commands.ts', 'lib/onboarding/commands.ts', true],
    ['lib/projects/queries.ts', 'app/client/page.tsx', true],
  ])('%s → %s is refused: %s', (from, to, refused) => {
    expect(pointsUp(from, to)).toBe(refused);
  });
});

describe('imports go nowhere in a circle', () => {
  it.each([
    ['lib', /^lib\//],
    ['components', /^components\//],
    ['app', /^app\//],
    ['the seed', /^prisma\//],
    ['the scripts', /^scripts\//],
    ['all that is not a test', /^(?!tests\/)/],
  ])('in %s', (_, pattern) => {
    const part = within(pattern);
    expect(part.size).toBeGreaterThan(5);
    expect(circles(part)).toEqual([]);
  });

  it('a circle through a type is found', () => {
    const files = [
      { path: 'lib/a.ts', text: "import type { B } from '@/lib/b';\nexport type A = B;" },
      { path: 'lib/b.ts', text: "export type { C as B } from './c';" },
      { path: 'lib/c.ts', text: "export type C = typeof import('@/lib/a');" },
      { path: 'lib/d.ts', text: "import '@/lib/a';" },
    ].map((file) => ({ ...file, lines: 1, imports: [] }));
    expect(circles(importGraph(files))).toEqual([['lib/a.ts', 'lib/b.ts', 'lib/c.ts']]);
  });
});

describe('components are drawn from plain values', () => {
  /** Allowed files in closed folders: shapes and rules without a database or a session. */
  const plain = new Set([
    'lib/audit/schemas.ts',
    'lib/audit/proof/schemas.ts',
    'lib/auth/password-rule.ts',
    'lib/authz/portal-access.ts',
  ]);
  const closed = (path: string) =>
    (/^lib\/(db|authz|auth|audit|events|idempotency|storage|doors|http)\/|^lib\/(env|secret)\.ts$|^app\//.test(path) &&
      !plain.has(path)) ||
    /^lib\/.*(queries|commands)\.ts$/.test(path);

  it('no component reaches a door, a session, the database, a query or a command, through any import or type', () => {
    const components = [...within(/^components\//).keys()];
    expect(components.length).toBeGreaterThan(100);
    const reached = reachable(components);
    const wrong = [...reached].filter(([path]) => closed(path)).map(([path, from]) => `${from} imports ${path}`);
    expect(wrong).toEqual([]);
    for (const path of plain) expect(reached.keys()).toContain(path);
  });
});

/** Maps every file that `from` imports, directly or indirectly, to one of its importers. */
function reachable(from: readonly string[]): Map<string, string> {
  const reached = new Map<string, string>();
  const next = [...from];
  for (let file = next.pop(); file !== undefined; file = next.pop())
    for (const path of graph.get(file) ?? [])
      if (!reached.has(path)) {
        reached.set(path, file);
        next.push(path);
      }
  return reached;
}
