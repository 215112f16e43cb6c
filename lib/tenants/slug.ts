/**
 * An address from a name: “Harbor & Pine Builders” → `harbor-pine-builders`. Accents are dropped, everything that is no
 * letter or digit becomes a hyphen, at most 63 characters (the length of a DNS label). A name without any gives `business`.
 */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 63).replace(/-+$/, '') || 'business';
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug.slice(0, 58)}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
