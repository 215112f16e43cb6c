import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createGuestPassAction, revokeGuestPassAction } from '@/app/client/settings/guests/actions';
import { PassForm } from '@/components/guests/pass-form';
import { PassList } from '@/components/guests/pass-list';
import { Alert } from '@/components/ui/alert';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { allowsGuests, listGuestPasses } from '@/lib/guests/queries';
import { guestPassFilter } from '@/lib/guests/schemas';
import { paths, withQuery } from '@/lib/paths';
import { listProjectChoices } from '@/lib/projects/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests'))('title') };
}

export default async function ClientGuestsPage({ searchParams }: PageProps<'/client/settings/guests'>) {
  const me = await forPage(clientUser);
  const filter = await pageFilter(guestPassFilter, searchParams);
  const { passes, projects, allowed } = await readPage(me, async (db) => ({
    passes: await listGuestPasses(db, filter),
    projects: await listProjectChoices(db),
    allowed: await allowsGuests(db, me),
  }));
  const [t, settings] = await Promise.all([getTranslations('guests'), getTranslations('client.settings')]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.client.settings, label: settings('title') }]}
      />
      {!allowed && (
        <Alert tone="warn" className="mb-8">
          {t('off', { tenant: me.tenant.name })}
        </Alert>
      )}
      <Section title={t('list.title')}>
        <PassList passes={passes.data} timeZone={me.tenant.timeZone} revoke={revokeGuestPassAction} />
        <Pagination
          firstHref={filter.cursor ? paths.client.guests : null}
          nextHref={passes.nextCursor ? withQuery(paths.client.guests, { cursor: passes.nextCursor }) : null}
        />
      </Section>
      {allowed && projects.length > 0 && (
        <Section title={t('form.title')}>
          <PassForm action={createGuestPassAction} projects={projects} />
        </Section>
      )}
    </div>
  );
}
