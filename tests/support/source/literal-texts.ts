import { isNode, type Node, nameOf, nodes, parse, walk } from './syntax-tree';

const spokenAttribute =
  /^(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label|hint|lead|description|eyebrow|caption|summary|confirm|submit|doneMessage)$/;
const spokenProperty = /^(title|label|description|placeholder)$/;

/** Interface texts written in a component instead of a message catalogue, each with its line. */
export function textsIn(path: string, text: string): string[] {
  const found: string[] = [];
  const say = (at: Node, parts: string[]) => {
    const line = text.slice(0, at.start).split('\n').length;
    for (const part of parts) if (/\p{L}/u.test(part)) found.push(`${path}:${line} ${JSON.stringify(part.trim())}`);
  };
  walk(parse(path, text), (node, parent) => {
    if (node.type === 'JSXText') say(node, [String(node.value)]);
    const isChild = parent?.type === 'JSXElement' || parent?.type === 'JSXFragment';
    if (node.type === 'JSXExpressionContainer' && isChild) say(node, literals(node.expression));
    if (node.type === 'JSXAttribute' && spokenAttribute.test(nameOf(node.name))) say(node, literals(node.value));
    if (node.type === 'Property' && spokenProperty.test(nameOf(node.key))) say(node, literals(node.value));
  });
  return found;
}

/** The strings that an expression may evaluate to, by static analysis. */
function literals(value: unknown): string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'TemplateLiteral':
      return nodes(value.quasis).map((part) => String((part.value as { cooked: string }).cooked));
    case 'JSXExpressionContainer':
      return literals(value.expression);
    case 'ConditionalExpression':
      return [...literals(value.consequent), ...literals(value.alternate)];
    case 'LogicalExpression':
      return [...literals(value.left), ...literals(value.right)];
    default:
      return [];
  }
}
