import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { type Paper, paperCode } from '@/lib/invoices/verification/schemas';

/** The printed document with this code, for visitors; null where there is none. */
export async function findPaper(db: ReadDb, code: string): Promise<Paper | null> {
  if (!paperCode.safeParse(code).success) return null;
  const [paper] = await db.$queryRaw<Paper[]>`
    select kind, issuer, number, issued_on::text as "issuedOn", from_on::text as "fromOn", to_on::text as "toOn",
      total_minor as "totalMinor", currency, account_end as "accountEnd", is_void as "isVoid", credited_minor as "creditedMinor"
    from paper_by_code(${code})`;
  return paper ?? null;
}

type Span = { clientId: string; dateFrom: string; dateTo: string };

/** The code of a client's statement, kept with what it says; the same statement on the same day has one code. Throws NOT_FOUND. */
export async function statementCode(db: WriteDb, { clientId, dateFrom, dateTo }: Span): Promise<string> {
  const [row] = await db.$queryRaw<{ code: string | null }[]>`
    select statement_code(${clientId}::uuid, ${dateFrom}::date, ${dateTo}::date) as code`;
  return orNotFound(row?.code);
}
