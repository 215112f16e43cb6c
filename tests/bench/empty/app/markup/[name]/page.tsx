import { readFileSync } from 'node:fs';
import { headers } from 'next/headers';
import { createElement, type ReactNode } from 'react';

type Node = string | { tag: string; attributes: Record<string, string>; children: Node[] };

/** The elements of a page of the portal as plain ones, without its data, guard, texts and browser components. */
export default async function MarkupPage({ params }: { params: Promise<{ name: string }> }) {
  await headers();
  const { name } = await params;
  return kept(name).map(drawn);
}

const trees = new Map<string, Node[]>();

function kept(name: string): Node[] {
  const known = trees.get(name);
  if (known) return known;
  const tree: Node[] = JSON.parse(readFileSync(`markup/${name}.json`, 'utf8'));
  trees.set(name, tree);
  return tree;
}

function drawn(node: Node, index: number): ReactNode {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  return createElement(tag, { key: index, ...attributes }, children.length > 0 ? children.map(drawn) : undefined);
}
