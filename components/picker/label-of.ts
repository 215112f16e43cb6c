import type { Choice } from '@/lib/choices';

/** What a choice is called: a client that was switched off says so. */
export function labelOf({ name, isActive }: Choice, inactive: (name: string) => string): string {
  return isActive === false ? inactive(name) : name;
}
