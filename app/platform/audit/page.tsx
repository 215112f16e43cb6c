import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { auditChoices } from '@/app/audit/audit-choices';
import { AuditView } from '@/components/audit/audit-view';
import { findAuditCheck } from '@/lib/audit/proof/queries';
import { listAuditActors, listAuditEntries } from '@/lib/audit/queries';
import { auditFilter } from '@/lib/audit/schemas';
import { platformUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function PlatformAuditPage({ searchParams }: PageProps<'/platform/audit'>) {
  const me = await forPage(platformUser);
  const filter = await pageFilter(auditFilter, searchParams);
  const { page, actors, check } = await readPage(me, async (db) => ({
    page: await listAuditEntries(db, filter, 'UTC'),
    actors: await listAuditActors(db, filter.actorId),
    check: await findAuditCheck(db, null),
  }));
  return (
    <AuditView
      address={paths.platform.audit}
      page={page}
      check={check}
      filter={filter}
      timeZone="UTC"
      actors={actors}
      {...(await auditChoices('platform', filter.recordType))}
      addressOf={({ recordType, recordId }) =>
        recordType === 'tenant' && recordId !== null ? paths.platform.tenants.show(recordId) : null
      }
    />
  );
}
