/**
 * The condition that the column contains this text, case-insensitively. Prisma turns it into a LIKE without escaping the
 * wildcards, so they are escaped here: a search for “100 %” matches only this text.
 */
export function containing(text: string): { contains: string; mode: 'insensitive' } {
  return { contains: literal(text), mode: 'insensitive' };
}

/** The condition that the column equals this text, case-insensitively. */
export function saying(text: string): { equals: string; mode: 'insensitive' } {
  return { equals: literal(text), mode: 'insensitive' };
}

/** Escapes the text as a LIKE pattern that matches only this text. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
