/**
 * The creditor reference of ISO 11649 for a document's number: RF, two check digits by ISO 7064 (mod 97-10), then at most 21
 * letters and digits. A number keeps its letters and digits (`2026-0001` → `RF222026` + `0001`). Null where none is left or
 * more than 21: the number itself is the reference then, because a shortened one could be that of another document.
 */
export function creditorReference(number: string): string | null {
  const body = number.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const lost = /[\p{L}\p{N}]/u.test(number.toUpperCase().replace(/[0-9A-Z]/g, ''));
  if (body === '' || body.length > 21 || lost) return null;
  return `RF${String(98n - remainder(`${body}RF00`)).padStart(2, '0')}${body}`;
}

/** A reference in groups of four, as people read and type it. */
export function groupedReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The remainder modulo 97 of a text whose letters count from A = 10 to Z = 35. */
function remainder(text: string): bigint {
  return BigInt(text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n;
}
