import type { Suggestion } from '@/components/search/use-suggestions';
import { type ActionKey, actionsFor, type SearchAction } from '@/lib/search/actions/rule';
import type { SearchKind } from '@/lib/search/schemas';

/** Something that can be chosen in the box. */
export type Option =
  | { of: 'recent'; question: string }
  | { of: 'action'; action: SearchAction; address: string }
  | { of: 'result'; result: Suggestion; address: string }
  | { of: 'all'; address: string };

/** Options under one heading; the last group has none. */
export type OptionGroup = { key: 'recent' | 'actions' | SearchKind | 'all'; options: Option[] };

type Given = {
  recent: readonly string[];
  results: readonly Suggestion[];
  /** Whether the person may do things for clients, and money's too. */
  team: 'staff' | 'admin' | null;
  /** The action that the question begins with. */
  only: ActionKey | undefined;
  /** The page with all results; null while nothing is typed. */
  all: string | null;
};

/** What the box offers, in the order of the arrow keys: recent searches before anything is typed, then what was found. */
export function optionGroups({ recent, results, team, only, all }: Given): OptionGroup[] {
  if (all === null)
    return recent.length > 0
      ? [{ key: 'recent', options: recent.map((question) => ({ of: 'recent', question })) }]
      : [];
  const actions = team ? actionsFor(results, team === 'admin', only) : [];
  const kinds = [...new Set(results.map(({ type }) => type))];
  const groups: OptionGroup[] = kinds.map((key) => ({
    key,
    options: results
      .filter(({ type }) => type === key)
      .map((result) => ({ of: 'result', result, address: result.address })),
  }));
  const doing: OptionGroup = {
    key: 'actions',
    options: actions.map((action) => ({ of: 'action', action, address: action.address })),
  };
  if (actions.length > 0) groups.splice(only ? 0 : 1, 0, doing);
  return [...groups, { key: 'all', options: [{ of: 'all', address: all }] }];
}
