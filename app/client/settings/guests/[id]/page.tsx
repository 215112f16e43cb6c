import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { revokeGuestPassAction } from '@/app/client/settings/guests/actions';
import { PassList } from '@/components/guests/pass-list';
import { VisitList } from '@/components/guests/visit-list';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { getGuestPass, listGuestVisits } from '@/lib/guests/queries';
import { guestVisitOrder } from '@/lib/guests/schemas';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const logPage = pageQuery(guestVisitOrder);

type Props = PageProps<'/client/settings/guests/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string, cursor: string | undefined, limit: number) =>
  readPage(await forPage(clientUser), async (db) => ({
    pass: await getGuestPass(db, { id }),
    visits: await listGuestVisits(db, { id, limit, ...(cursor ? { cursor } : {}) }),
  })),
);

async function loadPage({ params, searchParams }: Props) {
  const [id, { cursor, limit }] = await Promise.all([pageId(params), pageFilter(logPage, searchParams)]);
  return { ...(await load(id, cursor, limit)), cursor };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadPage(props)).pass.label };
}

export default async function ClientGuestPage(props: Props) {
  const me = await forPage(clientUser);
  const { pass, visits, cursor } = await loadPage(props);
  const t = await getTranslations('guests');
  const { timeZone } = me.tenant;
  const address = paths.client.guest(pass.id);
  return (
    <div className="max-w-3xl">
      <PageHeader title={pass.label} trail={[{ href: paths.client.guests, label: t('title') }]} />
      <PassList passes={[pass]} timeZone={timeZone} revoke={revokeGuestPassAction} isAlone />
      <Section title={t('log.title')} lead={t('log.lead')}>
        <VisitList visits={visits.data} timeZone={timeZone} />
      </Section>
      <Pagination
        firstHref={cursor ? address : null}
        nextHref={visits.nextCursor ? withQuery(address, { cursor: visits.nextCursor }) : null}
      />
    </div>
  );
}
