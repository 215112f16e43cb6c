import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { auditAddress, auditChoices } from '@/app/audit/audit-choices';
import { AuditView } from '@/components/audit/audit-view';
import { CsvLink } from '@/components/ui/csv-link';
import { findAuditCheck } from '@/lib/audit/proof/queries';
import { listAuditActors, listAuditEntries } from '@/lib/audit/queries';
import { auditFilter } from '@/lib/audit/schemas';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { titlesOf } from '@/lib/explain/team-queries';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const me = await forPage(adminUser);
  const filter = await pageFilter(auditFilter, searchParams);
  const { timeZone } = me.tenant;
  const { page, titles, actors, check } = await readPage(me, async (db) => {
    const page = await listAuditEntries(db, filter, timeZone);
    return {
      page,
      titles: await titlesOf(db, page.data),
      actors: await listAuditActors(db, filter.actorId),
      check: await findAuditCheck(db, me.tenantId),
    };
  });
  const { limit: _limit, cursor: _cursor, ...shown } = filter;
  return (
    <AuditView
      address={paths.admin.audit}
      page={page}
      check={check}
      filter={filter}
      timeZone={timeZone}
      actors={actors}
      {...(await auditChoices('admin', filter.recordType))}
      addressOf={auditAddress}
      titleOf={({ recordId }) => (recordId && titles.get(recordId)) ?? null}
      tools={page.data.length > 0 && <CsvLink href={paths.files.auditCsv(shown)} />}
    />
  );
}
