import type { FormState } from '@/lib/forms/form-state';

// Hidden fields that the door reads itself. The fields of schemas begin with a letter, so that the names never meet.

/** The account that a form was opened under: `<user id> <label>`. */
export const ownerField = '_owner';

/** The version of the record that a form showed. */
export const versionField = '_version';

/** The key of a form that takes effect once, however often it is sent. */
export const onceField = '_once';

/** Whether a field belongs to the door or to React, and not to the input. */
export function isMark(name: string): boolean {
  return name === ownerField || name === versionField || name === onceField || name.startsWith('$');
}

/** The last value of a mark: a pressed “Save anyway” follows the hidden field. Null where the form sent none. */
export function markOf(data: FormData, name: string): string | null {
  const value = data.getAll(name).at(-1);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The version to send next: after a refusal the one that was sent, because the typed values belong to it. */
export function versionToSend(state: FormState, shown: string | undefined): string | undefined {
  return (state.status === 'failed' ? state.values[versionField]?.at(-1) : undefined) ?? shown;
}
