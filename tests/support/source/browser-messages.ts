import type { SourceFile } from './files';
import { keysUsedIn } from './message-keys';
import { type Node, nameOf, nodes, parse, walk } from './syntax-tree';

const provider = 'components/layout/messages';

/**
 * Browser components whose messages the rendering server file does not send, each as "file: component asks for key".
 * A key is sent if it is under `shared` or under a `<Messages for={[…]}>` around the component in the same file.
 */
export function missingMessages(files: readonly SourceFile[], shared: readonly string[]): string[] {
  const graph = new Graph(files);
  return graph.renderedByServer().flatMap((file) => {
    const missing: string[] = [];
    const components = graph.browserComponents(file);
    const around: string[][] = [];
    walk(
      parse(file.path, file.text),
      (node) => {
        if (node.type !== 'JSXElement') return;
        const name = nameOf(opening(node).name);
        around.push(name === 'Messages' ? pathsOf(file.path, node) : []);
        const component = components.get(name);
        if (!component) return;
        const sent = [...shared, ...around.flat()];
        const absent = graph.keysOf(component).filter((key) => !sent.some((path) => isUnder(key, path)));
        missing.push(...absent.map((key) => `${file.path}: ${name} asks for ${key}`));
      },
      (node) => {
        if (node.type === 'JSXElement') around.pop();
      },
    );
    return missing;
  });
}

/** Browser files that render the provider, which works on the server only. */
export function providersInBrowser(files: readonly SourceFile[]): string[] {
  const graph = new Graph(files);
  const browser = files.filter(isBrowserFile).flatMap((file) => graph.closure(file));
  return [...new Set(browser.filter(({ imports }) => imports.includes(provider)).map(({ path }) => path))];
}

class Graph {
  readonly #files: Map<string, SourceFile>;

  constructor(files: readonly SourceFile[]) {
    this.#files = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  }

  /** TSX files that a page or layout imports, directly or through other files, but not through a browser file. */
  renderedByServer(): SourceFile[] {
    const roots = [...this.#files.values()].filter((file) => /^app\/.*\.tsx$/.test(file.path) && !isBrowserFile(file));
    const reached = roots.flatMap((file) => this.closure(file, (next) => !isBrowserFile(next)));
    return [...new Set(reached)].filter(({ path }) => path.endsWith('.tsx'));
  }

  /** The browser files that a file imports, by their local names. */
  browserComponents(file: SourceFile): Map<string, SourceFile> {
    const named = new Map<string, SourceFile>();
    for (const statement of nodes(parse(file.path, file.text).body)) {
      if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue;
      const source = this.#files.get(String((statement.source as Node).value).replace(/^@\//, ''));
      if (!source || !isBrowserFile(source)) continue;
      for (const specifier of nodes(statement.specifiers)) named.set(nameOf(specifier.local), source);
    }
    return named;
  }

  /** The keys and key prefixes that a file and all its imports use. */
  keysOf(file: SourceFile): string[] {
    const uses = this.closure(file).map(({ path, text }) => keysUsedIn(path, text));
    return [...new Set(uses.flatMap(({ keys, prefixes }) => [...keys, ...prefixes]))];
  }

  closure(file: SourceFile, follow = (_: SourceFile) => true): SourceFile[] {
    const seen = new Set([file]);
    for (const current of seen) {
      const next = current.imports.map((address) => this.#files.get(address));
      for (const found of next) if (found && follow(found)) seen.add(found);
    }
    return [...seen];
  }
}

function isBrowserFile({ text }: SourceFile): boolean {
  return /^'use client';/.test(text);
}

function isUnder(key: string, path: string): boolean {
  return key === path || key.startsWith(`${path}.`);
}

function opening(element: Node): Node {
  return element.openingElement as Node;
}

/** The literals of a provider's list. Throws for a computed list, which cannot be checked. */
function pathsOf(file: string, element: Node): string[] {
  const list = nodes(opening(element).attributes).find((attribute) => nameOf(attribute.name) === 'for');
  const expression = (list?.value as Node | undefined)?.expression as Node | undefined;
  const elements = expression?.type === 'ArrayExpression' ? nodes(expression.elements) : [];
  if (elements.length === 0 || elements.some(({ type }) => type !== 'Literal'))
    throw new Error(`${file}: <Messages for> takes a list of literals`);
  return elements.map(({ value }) => String(value));
}
