/**
 * The canonical form of a row that is proven by its hash: every field as `bytes:text,` and a missing one as `-,`, so that no two
 * rows have one form. The triggers of the ledger and of the audit trail write the same (docs/decisions/0047, 0086).
 */
export function canonicalForm(fields: readonly (string | null)[]): string {
  return fields.map((text) => (text === null ? '-,' : `${Buffer.byteLength(text)}:${text},`)).join('');
}
