import type { FormState } from '@/lib/forms/form-state';
import { versionField, versionToSend } from '@/lib/forms/marks';

/** The hidden field with the version of the record that a form shows. Stands before every button that sends a newer one. */
export function VersionField({ state, shown }: { state: FormState; shown: string | undefined }) {
  const version = versionToSend(state, shown);
  return version === undefined ? null : <input type="hidden" name={versionField} value={version} />;
}
