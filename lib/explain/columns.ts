import { createTranslator } from 'use-intl/core';
import { Prisma } from '@/lib/db/generated/client';
import type { ExplainedType, Reason } from '@/lib/explain/rule';
import { isOfRecord, remedyOf } from '@/lib/explain/rule';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';

type Source = {
  /** The table with its alias `r`, and what it is joined with. */
  from: Prisma.Sql;
  client: Prisma.Sql;
  project: Prisma.Sql;
  title: Prisma.Sql;
  /** The word of lib/explain/rule.ts; needs columns that clients may not read. */
  state: Prisma.Sql;
  owner: Prisma.Sql;
};

const none = { state: Prisma.sql`''`, owner: Prisma.sql`null::uuid`, client: Prisma.sql`r.client_id` };
const ofProject = { ...none, project: Prisma.sql`r.project_id` };
const withoutProject = { ...none, project: Prisma.sql`null::uuid` };

/** Where the facts of each kind stand, as the team reads them. */
export const sources: Record<ExplainedType, Source> = {
  project: { ...none, from: Prisma.sql`projects r`, project: Prisma.sql`r.id`, title: Prisma.sql`r.name` },
  phase: { ...ofProject, from: Prisma.sql`phases r`, title: Prisma.sql`r.name` },
  project_update: {
    ...ofProject,
    from: Prisma.sql`project_updates r`,
    title: Prisma.sql`r.title`,
    state: Prisma.sql`case when r.published_at is null then 'draft' else '' end`,
  },
  document: {
    ...ofProject,
    from: Prisma.sql`documents r`,
    title: Prisma.sql`r.title`,
    state: Prisma.sql`case when r.published_version_id is not null then ''
      when exists (select from document_transitions s where s.document_id = r.id and s.to_status = 'published') then 'withdrawn' else r.status::text end`,
  },
  photo: {
    ...ofProject,
    from: Prisma.sql`photos r`,
    title: Prisma.sql`coalesce(r.caption, '')`,
    state: Prisma.sql`r.visibility::text`,
  },
  time_entry: {
    ...ofProject,
    from: Prisma.sql`time_entries r`,
    title: Prisma.sql`r.description`,
    state: Prisma.sql`r.hours_shown`,
  },
  invoice: {
    ...ofProject,
    from: Prisma.sql`invoices r`,
    title: Prisma.sql`coalesce(r.number, '')`,
    state: Prisma.sql`r.status::text`,
  },
  credit_note: { ...ofProject, from: Prisma.sql`credit_notes r`, title: Prisma.sql`r.number` },
  ledger_entry: {
    ...withoutProject,
    from: Prisma.sql`ledger_entries r`,
    client: Prisma.sql`r.party_id`,
    title: Prisma.sql`r.description`,
  },
  ticket: {
    ...ofProject,
    from: Prisma.sql`support_tickets r`,
    title: Prisma.sql`r.subject`,
    owner: Prisma.sql`r.client_user_id`,
  },
};

type Names = { person: string; client: string; own: string };

/** The sentences of a reason: why not, and what would change it; both null where there is none. */
export function wordsOf(reason: Reason | null, names: Names, locale: Locale) {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'explain' });
  const remedy = remedyOf(reason);
  return {
    explanation: reason && t(`reason.${reason}`, names),
    remedy: remedy && t(`remedy.${remedy}`, names),
    willSee: isOfRecord(reason),
  };
}
