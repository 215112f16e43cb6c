import { type Fn, functionsIn, importsIn, type Source, usesIn } from './recording';
import { type Node, nameOf, nodes, parse, walk } from './syntax-tree';

const openers = new Set(['read', 'write', 'asLogin', 'readAsVisitor', 'keepFiles']);
const handle = /^(ReadDb|WriteDb)$/;

/**
 * Code that runs in an open transaction and reaches one of the `slow` functions (`path#name`), as `path:line`: functions
 * that take a database handle, and callbacks passed to functions that open a transaction.
 */
export function slowInTransactions(sources: Source[], slow: readonly string[]): string[] {
  const functions = new Map(sources.flatMap((source) => functionsIn(source, [])).map((fn) => [fn.id, fn]));
  const isSlow = (uses: Set<string>, seen = new Set<string>()): boolean =>
    [...uses].some((id) => {
      if (slow.includes(id)) return true;
      const fn: Fn | undefined = functions.get(id);
      if (!fn || seen.has(id)) return false;
      seen.add(id);
      return isSlow(fn.uses, seen);
    });
  return sources.flatMap(({ path, text }) => {
    const tree = parse(path, text);
    const names = importsIn(tree);
    return workInTransactions(tree)
      .filter((work) => isSlow(usesIn(work, path.replace(/\.tsx?$/, ''), names)))
      .map(({ start }) => `${path}:${text.slice(0, start).split('\n').length}`);
  });
}

function workInTransactions(tree: Node): Node[] {
  const found: Node[] = [];
  walk(tree, (node) => {
    if (/Function/.test(node.type) && nodes(node.params).some(takesHandle)) found.push(node);
    if (node.type === 'CallExpression' && openers.has(nameOf(node.callee)))
      found.push(...nodes(node.arguments).filter(({ type }) => /Function/.test(type)));
  });
  return found;
}

function takesHandle(param: Node): boolean {
  let takes = false;
  walk(param, (node) => {
    if (node.type === 'TSTypeReference') takes ||= handle.test(nameOf(node.typeName));
  });
  return takes;
}
