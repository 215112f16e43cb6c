import { type Choice, type Choices, projectChoice } from '@/lib/choices';

/** A client or a project as the API sends it. */
export type FoundRow = { id: string; name: string; client_name?: string; is_active?: boolean };

/** A row of the API as a choice, named as the server names its own. */
export function choiceOf({ id, name, client_name, is_active }: FoundRow): Choice {
  if (client_name !== undefined) return projectChoice({ id, name, clientName: client_name });
  return is_active === undefined ? { id, name } : { id, name, isActive: is_active };
}

/** The list in which a field searches. Both are lists of the API, so a person finds what they may read. */
export function matchesAddress(of: Choices['of'], question: string): string {
  return `/api/admin/${of}?${new URLSearchParams({ search: question, limit: String(mostMatches) })}`;
}
const mostMatches = 20;

/** The one choice that somebody typed in full, whatever its case; null where none or several have this name. */
export function typedInFull(options: readonly { id: string; label: string }[], typed: string) {
  const fold = (text: string) => text.trim().toLocaleLowerCase();
  const same = options.filter(({ label }) => fold(label) === fold(typed));
  return same.length === 1 ? (same[0] ?? null) : null;
}

type Key = Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean> & { key: string };
type State = {
  open: boolean;
  /** The option that the keys have reached. */
  at: number | null;
  /** The options that the keys can reach. */
  count: number;
  /** Where the arrows begin: the chosen option, or the first one. */
  start: number;
  isTyped: boolean;
};

/** What a key does; `back` gives up what was typed. Null leaves the key to the browser. */
export type Move = { open?: boolean; at?: number | null; choose?: number; back?: true };

/** The keys of an editable combobox with a list, by the pattern of ARIA 1.2. */
export function moveOf(pressed: Key, { open, at, count, start, isTyped }: State): Move | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  if (ctrlKey || metaKey) return null;
  const last = count - 1;
  const to = (wanted: number): Move => ({ open: true, at: count === 0 ? null : wanted });
  switch (key) {
    case 'ArrowDown':
      if (altKey) return { open: true };
      return to(!open ? start : at === null || at === last ? 0 : at + 1);
    case 'ArrowUp':
      if (altKey) return { open: false, at: null };
      return to(!open || at === null || at === 0 ? last : at - 1);
    case 'Home':
    case 'End':
      return open && count > 0 && !shiftKey ? to(key === 'Home' ? 0 : last) : null;
    case 'Enter':
      if (open && at !== null && at < count) return { choose: at };
      // Nothing that is half typed is sent with an older choice.
      return isTyped ? {} : null;
    case 'Escape':
      return open || isTyped ? { open: false, at: null, back: true } : null;
    default:
      return null;
  }
}
