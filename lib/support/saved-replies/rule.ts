/** What a saved reply may leave open, each filled in from the ticket that it answers. */
export const placeholders = [
  'client_name',
  'person_name',
  'ticket_number',
  'subject',
  'project',
  'my_name',
  'business',
] as const;

export type Placeholder = (typeof placeholders)[number];

/** A saved reply for one ticket. A word in braces that is no placeholder stays as it is; a value that is missing is left out. */
export function filled(body: string, values: Record<Placeholder, string | null>): string {
  return body.replace(/\{([a-z_]+)\}/g, (whole, name: string) => {
    const known = placeholders.find((placeholder) => placeholder === name);
    return known ? (values[known] ?? '') : whole;
  });
}

/** The words in braces that are no placeholders. */
export function unknownPlaceholders(body: string): string[] {
  const known: readonly string[] = placeholders;
  const named = [...body.matchAll(/\{([a-z_]+)\}/g)].map(([, name = '']) => name);
  return [...new Set(named.filter((name) => !known.includes(name)))];
}
