/**
 * The condition of a search box: the column contains these very characters, in any case. Prisma makes a LIKE of it and
 * leaves the wildcards in, so they are escaped here: a search for “100 %” finds no more than that.
 */
export function containing(text: string): { contains: string; mode: 'insensitive' } {
  return { contains: literal(text), mode: 'insensitive' };
}

/** The condition that the column says this, in any case. */
export function saying(text: string): { equals: string; mode: 'insensitive' } {
  return { equals: literal(text), mode: 'insensitive' };
}

/** The text as a LIKE pattern that matches nothing else. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
