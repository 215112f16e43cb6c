import { isNode, type Node, nameOf, nodes, parse, walk } from './syntax-tree';

export type KeyUse = {
  /** Keys written in full, with their namespace. */
  keys: string[];
  /** Prefixes of keys whose end is known only at run time: t(`status.${status}`), or t(status) for a whole namespace. */
  prefixes: string[];
  /** Every string and property name of the file: the possible ends of the prefixes. */
  strings: string[];
};

const getters = new Set(['useTranslations', 'getTranslations', 'createTranslator']);

/** Functions of the portal that make a translator of one namespace, and the types of their results. */
const makers = new Map([
  ['mailTexts', 'mail'],
  ['packTexts', 'exports.pack'],
]);
const types = new Map([['MailTexts', 'mail']]);

/** The catalogue keys that a file uses. Respects scopes, so that two functions may each name their translator `t`. */
export function keysUsedIn(path: string, text: string): KeyUse {
  const use: KeyUse = { keys: [], prefixes: [], strings: [] };
  const scopes: Map<string, string>[] = [new Map()];
  const isScope = (node: Node) => /Function/.test(node.type);

  const bind = (id: Node, init: unknown) => {
    if (!isNode(init)) return;
    const value = withoutAwait(init);
    const namespace = namespaceOf(value);
    if (id.type === 'Identifier' && namespace !== null) scopes.at(-1)?.set(nameOf(id), namespace);
    if (id.type === 'ArrayPattern' && value.type === 'CallExpression') {
      const all = nodes(nodes(value.arguments)[0]?.elements);
      for (const [index, element] of nodes(id.elements).entries()) bind(element, all[index]);
    }
  };

  const call = (node: Node) => {
    const [key] = nodes(node.arguments);
    const callee = withoutAwait(node.callee as Node);
    const translator = callee.type === 'MemberExpression' ? (callee.object as Node) : callee;
    const namespace =
      namespaceOf(translator) ?? scopes.findLast((scope) => scope.has(nameOf(translator)))?.get(nameOf(translator));
    if (!key || namespace === undefined) return;
    for (const [kind, text] of endings(key)) use[kind].push(namespace === '' ? text : `${namespace}.${text}`);
  };

  walk(
    parse(path, text),
    (node) => {
      if (isScope(node)) scopes.push(new Map(nodes(node.params).flatMap(typed)));
      if (node.type === 'VariableDeclarator') bind(node.id as Node, node.init);
      if (node.type === 'CallExpression') call(node);
      if (node.type === 'Literal' && typeof node.value === 'string') use.strings.push(node.value);
      if (node.type === 'Property') use.strings.push(nameOf(node.key));
    },
    (node) => {
      if (isScope(node)) scopes.pop();
    },
  );
  return use;
}

/** The keys and prefixes that a key's expression may evaluate to, both branches of a conditional included. */
function endings(key: Node): ['keys' | 'prefixes', string][] {
  if (key.type === 'Literal') return [['keys', String(key.value)]];
  if (key.type === 'ConditionalExpression')
    return [...endings(key.consequent as Node), ...endings(key.alternate as Node)];
  if (key.type !== 'TemplateLiteral') return [['prefixes', '']];
  const [first] = nodes(key.quasis);
  return [['prefixes', String((first?.value as { cooked?: string } | undefined)?.cooked ?? '')]];
}

/** The namespace of the translator that a call creates; null for other calls. */
function namespaceOf(node: Node): string | null {
  if (node.type !== 'CallExpression') return null;
  const made = makers.get(nameOf(node.callee));
  if (made !== undefined) return made;
  if (!getters.has(nameOf(node.callee))) return null;
  const [argument] = nodes(node.arguments);
  if (!argument) return '';
  if (argument.type === 'Literal') return String(argument.value);
  const named = nodes(argument.properties).find((property) => nameOf(property.key) === 'namespace');
  return named ? String((named.value as Node).value) : '';
}

/** A parameter that is a translator by its type, with its namespace. */
function typed(parameter: Node): [string, string][] {
  const annotation = parameter.typeAnnotation;
  const type = isNode(annotation) && isNode(annotation.typeAnnotation) ? annotation.typeAnnotation.typeName : null;
  const namespace = isNode(type) ? types.get(nameOf(type)) : undefined;
  return namespace === undefined ? [] : [[nameOf(parameter), namespace]];
}

function withoutAwait(node: Node): Node {
  const inner =
    node.type === 'AwaitExpression' ? node.argument : node.type === 'ParenthesizedExpression' ? node.expression : null;
  return isNode(inner) ? withoutAwait(inner) : node;
}
