import { isNode, type Node, nameOf, nodes, parse, walk } from './syntax-tree';

export type Source = { path: string; text: string };

export type Fn = { id: string; exported: boolean; writes: boolean; uses: Set<string> };

const writing = /^(create|update|delete)(Many|ManyAndReturn)?$|^upsert$/;
const writingSql = /\b(insert\s+into|update\s+\w+\s+(as\s+\w+\s+)?set|delete\s+from|merge\s+into)\b/i;
const recorders = new Set(
  ['recordEvent', 'recordEvents', 'recordJobEvents', 'recordAnonymousEvent'].map((name) => `lib/events/record#${name}`),
);

/**
 * Exported functions of lib that write (also through functions they use) and record no event, as `path#name`. A function
 * used only within lib may leave the recording to its callers if each of them records. The own writes of `excused`
 * functions do not count. `models`: Prisma's models, as properties of a handle.
 */
export function unrecorded(sources: Source[], models: readonly string[], excused: readonly string[] = []): string[] {
  const functions = new Map(sources.flatMap((source) => functionsIn(source, models)).map((fn) => [fn.id, fn]));
  const reaches = (id: string, wanted: (fn: Fn) => boolean, seen = new Set<string>()): boolean => {
    const fn = functions.get(id);
    if (!fn || seen.has(id)) return false;
    seen.add(id);
    return wanted(fn) || [...fn.uses].some((used) => reaches(used, wanted, seen));
  };
  const records = (id: string) => reaches(id, (fn) => [...fn.uses].some((used) => recorders.has(used)));
  const writes = (id: string) => reaches(id, (fn) => fn.writes && !isReader(fn.id) && !excused.includes(fn.id));
  const usersOf = (id: string) => [...functions.values()].filter((fn) => fn.uses.has(id) && fn.id !== id);

  const isPart = (id: string, seen: Set<string> = new Set()): boolean => {
    if (seen.has(id)) return true;
    const users = usersOf(id);
    seen.add(id);
    return users.length > 0 && users.every((user) => isOfLib(user.id) && (records(user.id) || isPart(user.id, seen)));
  };
  return [...functions.values()]
    .filter(({ id, exported }) => exported && isOfLib(id) && writes(id) && !records(id) && !isPart(id))
    .map(({ id }) => id)
    .sort();
}

const isOfLib = (id: string) => id.startsWith('lib/');
/** Functions that write the rows of recorded events; these writes need no event of their own. */
const isReader = (id: string) => id.startsWith('lib/audit/commands#') || id.startsWith('lib/events/record#');

/** The top-level functions of a file; code outside of them, like a door's definition, counts as `(module)`. */
export function functionsIn({ path, text }: Source, models: readonly string[]): Fn[] {
  const file = path.replace(/\.tsx?$/, '');
  const tree = parse(path, text);
  const names = importsIn(tree);
  const found: Fn[] = [];
  for (const statement of nodes(tree.body)) {
    if (/^(Import|TS)/.test(statement.type)) continue;
    const exported = statement.type.startsWith('Export');
    const declaration = exported && isNode(statement.declaration) ? statement.declaration : statement;
    const parts = declaration.type === 'VariableDeclaration' ? nodes(declaration.declarations) : [declaration];
    for (const part of parts) {
      const name = nameOf(part.id) || '(module)';
      found.push({ id: `${file}#${name}`, exported, writes: writesIn(part, models), uses: usesIn(part, file, names) });
    }
  }
  return found;
}

export function importsIn(tree: Node): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of nodes(tree.body)) {
    if (statement.type !== 'ImportDeclaration') continue;
    const from = String((statement.source as { value?: unknown }).value ?? '').replace(/^@\//, '');
    for (const specifier of nodes(statement.specifiers))
      names.set(nameOf(specifier.local), `${from}#${nameOf(specifier.imported) || '(module)'}`);
  }
  return names;
}

/** Every identifier in the code, as a function id: of the imported file, or else of this file. */
export function usesIn(part: Node, file: string, names: Map<string, string>): Set<string> {
  const uses = new Set<string>();
  walk(part, (node) => {
    if (node.type === 'Identifier') uses.add(names.get(nameOf(node)) ?? `${file}#${nameOf(node)}`);
  });
  return uses;
}

function writesIn(part: Node, models: readonly string[]): boolean {
  let writes = false;
  walk(part, (node) => {
    if (node.type === 'CallExpression') writes ||= isWritingCall(node.callee, models);
    if (node.type === 'TaggedTemplateExpression' && /^\$(execute|query)Raw$/.test(propertyOf(node.tag)))
      writes ||= writingSql.test(sqlOf(node.quasi));
  });
  return writes;
}

/** `db.photo.update(…)` on any handle, or raw SQL that is composed at run time. */
function isWritingCall(callee: unknown, models: readonly string[]): boolean {
  const method = propertyOf(callee);
  if (/^\$(execute|query)Raw(Unsafe)?$/.test(method)) return true;
  return writing.test(method) && isNode(callee) && models.includes(propertyOf(callee.object));
}

function propertyOf(value: unknown): string {
  return isNode(value) && value.type === 'MemberExpression' ? nameOf(value.property) : '';
}

function sqlOf(quasi: unknown): string {
  const parts = isNode(quasi) ? nodes(quasi.quasis) : [];
  return parts.map((part) => (part.value as { cooked?: string }).cooked ?? '').join(' ? ');
}
