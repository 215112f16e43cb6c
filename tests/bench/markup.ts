import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** A node as the empty app's page /markup/[name] draws it. */
type Node = string | { tag: string; attributes: Record<string, string>; children: Node[] };

/** Not of the page's body, or React would treat them otherwise than as elements. */
const leftOut = new Set(['script', 'style', 'template', 'link', 'meta', 'title', 'head']);

/**
 * Keeps the elements of a page of the portal for the empty app, which draws them as the page /markup/[name]: what the framework
 * takes for this many elements without anything of ours is the floor of that page.
 *
 * @throws when the page does not answer with 200
 */
export async function keepMarkup(url: string, headers: Record<string, string>, folder: string, name: string) {
  const answer = await fetch(url, { headers });
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  const tree = parseDocument(await answer.text())
    .children.flatMap(bodyOf)
    .flatMap(plain);
  await mkdir(join(folder, 'markup'), { recursive: true });
  await writeFile(join(folder, `markup/${name}.json`), JSON.stringify(tree));
}

function bodyOf(node: ChildNode): ChildNode[] {
  if (!isTag(node)) return [];
  return node.name === 'body' ? node.children : node.children.flatMap(bodyOf);
}

function plain(node: ChildNode): Node[] {
  if (isText(node)) return [node.data];
  if (!isTag(node) || leftOut.has(node.name)) return [];
  return [{ tag: node.name, attributes: plainAttributes(node), children: node.children.flatMap(plain) }];
}

/** As React takes them: styles are objects there, and a form's values and actions have a meaning of their own. */
function plainAttributes({ attribs }: Element): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attribs).map(([name, value]) => [
      name === 'class'
        ? 'className'
        : /^(style|value|checked|selected|action|method|for|on.*)$/.test(name)
          ? `data-${name}`
          : name,
      value,
    ]),
  );
}
