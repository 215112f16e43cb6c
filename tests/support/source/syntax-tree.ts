import { parseSync } from 'oxc-parser';

/** A node of a syntax tree (ESTree with JSX and TypeScript), loosely typed. */
export type Node = { type: string; start: number } & Record<string, unknown>;

export function parse(path: string, text: string): Node {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  return program as unknown as Node;
}

/** Visits every node: `enter` before its children, `leave` after them. */
export function walk(node: Node, enter: (node: Node, parent: Node | null) => void, leave = (_: Node) => {}): void {
  const visit = (current: Node, parent: Node | null) => {
    enter(current, parent);
    for (const child of Object.values(current).flatMap(nodes)) visit(child, current);
    leave(current);
  };
  visit(node, null);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The nodes in a value, which may be a list, one node, or neither. */
export function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
}

/** The name of an identifier, plain or of JSX; the empty string for anything else. */
export function nameOf(value: unknown): string {
  return isNode(value) && typeof value.name === 'string' ? value.name : '';
}
