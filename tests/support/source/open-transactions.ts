import { type Fn, functionsIn, importsIn, type Source, usesIn } from './recording';
import { type Node, nameOf, nodes, parse, walk } from './syntax-tree';

const openers = new Set([
  'read',
  'write',
  'asLogin',
  'readAsVisitor',
  'keepFiles',
  'keep',
  'transaction',
  '$transaction',
]);
const handle = /^(ReadDb|WriteDb)$/;

/**
 * Code that runs in an open transaction and reaches a function of one of the `slow` packages, as `path:line`: functions that
 * take a database handle, and callbacks passed to functions that open a transaction.
 */
export function slowInTransactions(sources: Source[], slow: readonly string[]): string[] {
  const functions = new Map(sources.flatMap((source) => functionsIn(source, [])).map((fn) => [fn.id, fn]));
  const isSlow = (uses: Set<string>, seen = new Set<string>()): boolean =>
    [...uses].some((id) => {
      if (slow.includes(id.slice(0, id.indexOf('#')))) return true;
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

/** Whether a parameter is a handle; a parameter that is a function which gets one is none. */
function takesHandle(param: Node): boolean {
  let takes = false;
  let callbacks = 0;
  walk(
    param,
    (node) => {
      if (node.type === 'TSFunctionType') callbacks += 1;
      if (node.type === 'TSTypeReference' && callbacks === 0) takes ||= handle.test(nameOf(node.typeName));
    },
    (node) => {
      if (node.type === 'TSFunctionType') callbacks -= 1;
    },
  );
  return takes;
}
