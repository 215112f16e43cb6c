import { getTranslations } from 'next-intl/server';
import { List, ListRow } from '@/components/ui/list';
import { PageHeader } from '@/components/ui/page-header';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { listGuestProjects } from '@/lib/guests/shown/queries';
import { paths } from '@/lib/paths';

export default async function GuestHomePage() {
  const guest = await forGuest();
  const projects = await readGuestPage(guest, listGuestProjects);
  noteVisit(guest, { place: 'overview' });
  const t = await getTranslations('guests.shown');
  return (
    <>
      <PageHeader title={t('projects')} lead={t('lead', { tenant: guest.tenant.name })} />
      {projects.length === 0 ? (
        <p className="text-ink-soft">{t('noProjects')}</p>
      ) : (
        <List>
          {projects.map(({ id, name, percent }) => (
            <ListRow
              key={id}
              href={paths.guest.project(id)}
              title={name}
              detail={percent === null ? undefined : t('progress', { percent })}
            />
          ))}
        </List>
      )}
    </>
  );
}
