import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeHoursAction, removeHoursAction } from '@/app/admin/time-entries/actions';
import { WhoSees } from '@/components/explain/who-sees';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { EntryFields } from '@/components/hours/entry-fields';
import { EntryTable } from '@/components/hours/entry-table';
import { LockedHours } from '@/components/hours/locked-hours';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { hoursEdit } from '@/lib/time/checks';
import { getTeamEntry, hourChoices } from '@/lib/time/team-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.edit'))('title') };
}

export default async function EditHoursPage({ params }: PageProps<'/admin/time-entries/[id]/edit'>) {
  const me = await forPage(teamMember);
  const id = await pageId(params);
  const { entry, choices } = await readPage(me, async (db) => {
    const found = await getTeamEntry(db, { id }, me);
    return { entry: found, choices: await hourChoices(db, found.projectId) };
  });
  const [t, list] = await Promise.all([getTranslations('hours.edit'), getTranslations('hours')]);
  const isMine = me.userType === 'admin' || entry.userId === me.userId;
  return (
    <>
      <PageHeader
        title={t('title')}
        eyebrow={entry.personName}
        trail={[{ href: paths.admin.hours.list, label: list('title') }]}
      />
      {me.userType === 'admin' && <WhoSees type="time_entry" id={id} className="-mt-4 mb-8" />}
      {entry.isBilled || !isMine ? (
        <>
          <LockedHours entry={entry} />
          <EntryTable entries={[entry]} />
        </>
      ) : (
        <>
          <Form
            action={changeHoursAction}
            hidden={{ id, billable: 'false' }}
            version={hoursEdit.version(entry)}
            className="max-w-3xl"
          >
            <EntryFields choices={choices} entry={entry} />
            <SubmitButton>{t('save')}</SubmitButton>
          </Form>
          <div className="mt-12">
            <ConfirmButton
              action={removeHoursAction}
              hidden={{ id }}
              title={t('removeTitle')}
              description={t('removeText')}
              confirm={t('remove')}
            >
              {t('remove')}
            </ConfirmButton>
          </div>
        </>
      )}
    </>
  );
}
