export type Query = Record<string, string | number | boolean | null | undefined>;

/** An address with its query; empty, null and undefined values are left out. */
export function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

/** One segment of an address. Ids are uuids and tokens are base64url, but the input may be any text. */
export const segment = encodeURIComponent;

/** The four addresses of a kind of record: its list, the form for a new one, one of them, and its form. */
export function records<const P extends string>(base: P) {
  return {
    list: base,
    new: `${base}/new`,
    show: (id: string) => `${base}/${segment(id)}`,
    edit: (id: string) => `${base}/${segment(id)}/edit`,
  } as const;
}
