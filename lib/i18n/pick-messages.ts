import type { NestedKeyOf } from 'next-intl';
import type { Messages } from '@/lib/i18n/catalogues';

/** The full key of a namespace or of a message: `photos.upload`, `errors.field.required`. */
export type MessagePath = NestedKeyOf<Messages>;

/** Namespaces that every page sends to the browser, for forms, the error page and the not-found page. */
export const sharedPaths = [
  'common.action',
  'common.form',
  'common.toast',
  'problem.error',
  'problem.notFound',
] as const satisfies readonly MessagePath[];

type Tree = { [key: string]: string | Tree };

/** The part of a catalogue under the given paths, in the catalogue's shape. Throws an Error for an unknown path. */
export function pickMessages(messages: Tree, paths: readonly MessagePath[]): Tree {
  return paths.reduce<Tree>((picked, path) => mergeMessages(picked, branch(messages, path.split('.'), path)), {});
}

/** Merges two partial catalogues. `inner` overrides `outer`. */
export function mergeMessages(outer: Tree, inner: Tree): Tree {
  const merged = { ...outer };
  for (const [key, value] of Object.entries(inner)) {
    const before = merged[key];
    merged[key] = isTree(before) && isTree(value) ? mergeMessages(before, value) : value;
  }
  return merged;
}

function branch(tree: Tree, [key = '', ...rest]: string[], path: string): Tree {
  const value = tree[key];
  if (value === undefined) throw new Error(`No message under ${path}`);
  if (rest.length === 0) return { [key]: value };
  if (!isTree(value)) throw new Error(`No message under ${path}`);
  return { [key]: branch(value, rest, path) };
}

/** A message with arguments is a list where the build has parsed it (docs/decisions/0039), which the types do not say. */
function isTree(value: string | Tree | undefined): value is Tree {
  return typeof value === 'object' && !Array.isArray(value);
}
