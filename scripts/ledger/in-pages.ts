/** The rows of a list in the order of their ids, page by page. */
export async function* inPages<Row extends { id: string }>(page: (after: string | null) => Promise<Row[]>) {
  let after: string | null = null;
  do {
    const rows: Row[] = await page(after);
    yield* rows;
    after = rows.at(-1)?.id ?? null;
  } while (after);
}
