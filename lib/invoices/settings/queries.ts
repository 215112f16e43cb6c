import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import type { Day } from '@/lib/format';
import { type BillKind, formOf, printedNumber, seriesOf } from '@/lib/invoices/settings/rule';
import type { Billing, NextNumbers } from '@/lib/invoices/settings/schemas';

const columns = {
  ...{ invoicePrefix: true, creditNotePrefix: true, numberWidth: true, numberWithYear: true },
  ...{ numberRestartsYearly: true, firstInvoiceNumber: true, firstCreditNoteNumber: true, paymentTermDays: true },
  ...{ taxRate: true, pricesIncludeTax: true, accountHolder: true, iban: true, bic: true, countryCode: true },
  ...{ footer: true, remindDaysBefore: true, remindDaysAfter: true },
} satisfies Prisma.BillingSettingsSelect;

/** The settings of a tenant that has saved none: the defaults of the columns. */
const defaults: Billing = {
  ...{ invoicePrefix: '', creditNotePrefix: 'CN-', numberWidth: 4, numberWithYear: true, numberRestartsYearly: true },
  ...{ firstInvoiceNumber: 1, firstCreditNoteNumber: 1, paymentTermDays: 14, taxRate: 0, pricesIncludeTax: false },
  ...{ accountHolder: null, iban: null, bic: null, countryCode: null, footer: null },
  ...{ remindDaysBefore: 3, remindDaysAfter: 1 },
};

/** How the admin's tenant numbers and words its invoices, and is paid for them. */
export async function getBilling(db: ReadDb, { tenantId }: { tenantId: string }): Promise<Billing> {
  return (await db.billingSettings.findUnique({ where: { tenantId }, select: columns })) ?? defaults;
}

const printed = (kind: BillKind) => Prisma.raw(kind === 'invoice' ? 'invoices' : 'credit_notes');

/** The numbers that documents issued today would get. */
export async function nextNumbers(db: ReadDb, form: Billing, today: Day): Promise<NextNumbers> {
  const year = today.slice(0, 4);
  const [last] = await db.$queryRaw<{ invoice: Last; creditNote: Last }[]>`
    select ${lastOf(form, 'invoice', year)} as invoice, ${lastOf(form, 'credit_note', year)} as "creditNote"`;
  const number = (kind: BillKind, { any = false, sequence = null }: Partial<Last> = {}) =>
    printedNumber(form, kind, year, sequence === null ? (any ? 1 : formOf(form, kind).first) : sequence + 1);
  return { invoice: number('invoice', last?.invoice), creditNote: number('credit_note', last?.creditNote) };
}

type Last = { any: boolean; sequence: number | null };

/** The last sequence of the present series, and whether there is any number at all. */
const lastOf = (form: Billing, kind: BillKind, year: string) => Prisma.sql`(
  select json_build_object('any', count(*) > 0, 'sequence', max(sequence) filter (where series = ${seriesOf(form, kind, year)}))
  from ${printed(kind)} where series is not null)`;

/**
 * A printed number that documents numbered by this form would get again; null where none would. A series goes on behind its last
 * sequence, and a series without numbers begins with 1.
 */
export async function repeatedNumber(db: ReadDb, form: Billing, kind: BillKind): Promise<string | null> {
  const { prefix } = formOf(form, kind);
  const { numberWithYear, numberRestartsYearly, numberWidth } = form;
  const pattern = numberWithYear ? '^([0-9]{4})-([0-9]{1,9})$' : '^()([0-9]{1,9})$';
  const rows = await db.$queryRaw<{ number: string }[]>`
    with numbers as (select number, series, sequence from ${printed(kind)} where number is not null),
    read as (
      select number, part[1] as year, part[2] as digits from numbers,
        regexp_match(case when starts_with(number, ${prefix}) then substr(number, length(${prefix}) + 1) end, ${pattern}) as part
      where part is not null
    ),
    ends as (select series, max(sequence) as last from numbers group by series)
    select r.number from read r
    left join ends e on e.series = ${kind} || case when ${numberRestartsYearly} then '/' || r.year else '' end
    where r.digits::int > coalesce(e.last, 0)
      and r.digits = lpad(r.digits::int::text, greatest(${numberWidth}::int, length(r.digits::int::text)), '0')
    limit 1`;
  return rows[0]?.number ?? null;
}
