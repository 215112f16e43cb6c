import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LookList } from '@/components/openings/look-list';
import { OwnOpenings } from '@/components/openings/own-openings';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { listLooks, listOpenings } from '@/lib/openings/queries';
import { lookFilter, openingFilter } from '@/lib/openings/schemas';
import { paths } from '@/lib/paths';

/** Two lists on one page, each with a cursor of its own. */
const accessFilter = openingFilter.omit({ limit: true }).extend({ looks: lookFilter.shape.cursor });

/** Rows of each list. */
const limit = { openings: 50, looks: 10 };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('openings'))('title') };
}

export default async function AccessPage({ searchParams }: PageProps<'/client/settings/access'>) {
  const me = await forPage(clientUser);
  const { looks: looksCursor, cursor, way } = await pageFilter(accessFilter, searchParams);
  const { openings, looks } = await readPage(me, async (db) => ({
    openings: await listOpenings(db, { way, cursor, limit: limit.openings }),
    looks: await listLooks(db, { cursor: looksCursor, limit: limit.looks }),
  }));
  const [t, settings] = await Promise.all([getTranslations('openings'), getTranslations('client.settings')]);
  const { name: tenant, timeZone } = me.tenant;
  const { access } = paths.client;
  const kept = { ...(way ? { way } : {}), ...(looksCursor ? { looks: looksCursor } : {}) };
  const own = { ...(way ? { way } : {}), ...(cursor ? { cursor } : {}) };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('title')}
        lead={t('lead', { tenant })}
        trail={[{ href: paths.client.settings, label: settings('title') }]}
      />
      <Section title={t('looks.title')} lead={t('looks.lead')}>
        <LookList looks={looks.data} timeZone={timeZone} />
        <Pagination
          firstHref={looksCursor ? access(own) : null}
          nextHref={looks.nextCursor ? access({ ...own, looks: looks.nextCursor }) : null}
        />
      </Section>
      <Section title={t('own.title')} lead={t('own.lead', { tenant })}>
        <Tabs
          label={t('filter')}
          className="mb-4"
          tabs={[
            { href: access(), label: t('all'), current: !way },
            { href: access({ way: 'downloaded' }), label: t('downloads'), current: way === 'downloaded' },
          ]}
        />
        <OwnOpenings openings={openings.data} timeZone={timeZone} />
        <Pagination
          firstHref={cursor ? access(kept) : null}
          nextHref={openings.nextCursor ? access({ ...kept, cursor: openings.nextCursor }) : null}
        />
      </Section>
    </div>
  );
}
