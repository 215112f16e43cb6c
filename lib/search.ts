/**
 * The condition of a search box: the column contains these very characters, in any case. Prisma makes a LIKE of it and
 * leaves the wildcards in, so they are escaped here: a search for “100 %” finds no more than that.
 */
export function containing(text: string): { contains: string; mode: 'insensitive' } {
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' };
}
