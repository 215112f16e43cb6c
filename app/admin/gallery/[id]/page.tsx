import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { changePhotoAction, removePhotoAction } from '@/app/admin/gallery/actions';
import { WhoSees } from '@/components/explain/who-sees';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { useShownPhotos } from '@/components/gallery/client-gallery';
import { PhotoPicture } from '@/components/gallery/photo-picture';
import { OpeningList } from '@/components/openings/opening-list';
import { Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { teamMember } from '@/lib/authz/guards';
import { localTimeOf } from '@/lib/calendar';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatInstant } from '@/lib/format';
import { photoEdit } from '@/lib/gallery/checks';
import { visibilities } from '@/lib/gallery/rule';
import type { TeamPhoto } from '@/lib/gallery/schemas';
import { getTeamPhoto } from '@/lib/gallery/team-queries';
import { mostOpenings } from '@/lib/openings/rule';
import { listRecordOpenings } from '@/lib/openings/team-queries';
import { paths } from '@/lib/paths';
import { listPhases } from '@/lib/projects/queries';

type Props = PageProps<'/admin/gallery/[id]'>;

const load = cache(async (id: string) => {
  const me = await forPage(teamMember);
  return readPage(me, async (db) => {
    const photo = await getTeamPhoto(db, { id });
    const openings = await listRecordOpenings(db, { recordType: 'photo', recordId: id, limit: mostOpenings });
    return {
      photo,
      openings: openings.data,
      phases: (await listPhases(db, { projectId: photo.projectId, limit: 200 })).data,
    };
  });
});

async function titleOf({ caption, takenAt }: TeamPhoto): Promise<string> {
  const [me, t, locale] = await Promise.all([forPage(teamMember), getTranslations('gallery.edit'), getLocale()]);
  const { timeZone } = me.tenant;
  return caption ?? t('untitled', { date: formatInstant(new Date(takenAt), { locale, timeZone }, 'date') });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf((await load(await pageId(params))).photo) };
}

export default async function PhotoPage({ params }: Props) {
  const me = await forPage(teamMember);
  const { photo, phases, openings } = await load(await pageId(params));
  const [t, gallery, explain, locale] = await Promise.all([
    getTranslations('gallery.edit'),
    getTranslations('gallery.team'),
    getTranslations('explain.openings'),
    getLocale(),
  ]);
  const { id, projectId, projectName, clientName: client, width, height } = photo;
  const reader = { locale, timeZone: me.tenant.timeZone };
  const facts = [
    {
      label: t('project'),
      value: <TextLink href={paths.admin.projects.photos(projectId)}>{projectName}</TextLink>,
    },
    { label: t('takenAt'), value: formatInstant(new Date(photo.takenAt), reader) },
    { label: t('uploadedAt'), value: formatInstant(new Date(photo.createdAt), reader) },
    { label: t('size'), value: t('pixels', { width, height }) },
  ];
  return (
    <>
      <PageHeader title={await titleOf(photo)} trail={[{ href: paths.admin.gallery, label: gallery('title') }]} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Picture photo={photo} timeZone={reader.timeZone} />
          <div className="mt-6">
            <Facts columns={2} facts={facts} />
          </div>
          {me.userType === 'admin' && (
            <WhoSees type="photo" id={id} hidden={photo.visibility !== 'client'} className="mt-6" />
          )}
          {openings.length > 0 && (
            <Section title={explain('title')} className="mt-12">
              <OpeningList openings={openings} timeZone={reader.timeZone} />
            </Section>
          )}
        </div>
        <div className="space-y-10">
          <Form action={changePhotoAction} hidden={{ id }} version={photoEdit.version(photo)}>
            <SelectField
              name="visibility"
              label={t('visibility')}
              required
              defaultValue={photo.visibility}
              options={visibilities.map((value) => ({ value, label: t(value, { client }) }))}
            />
            <TextAreaField name="caption" label={t('caption')} hint={t('captionHint')} defaultValue={photo.caption} />
            {phases.length > 0 && (
              <SelectField
                name="phaseId"
                label={t('phase')}
                placeholder={t('noPhase')}
                defaultValue={photo.phaseId}
                options={phases.map((phase) => ({ value: phase.id, label: phase.name }))}
              />
            )}
            <TextField
              type="datetime-local"
              name="takenAt"
              label={t('takenAt')}
              hint={t('takenAtHint', { zone: reader.timeZone })}
              step={1}
              defaultValue={localTimeOf(new Date(photo.takenAt), reader.timeZone)}
            />
            <SubmitButton>{t('save')}</SubmitButton>
          </Form>
          <ConfirmButton
            action={removePhotoAction}
            hidden={{ id }}
            size="small"
            title={t('removeTitle')}
            description={t('removeText')}
            confirm={t('removeConfirm')}
          >
            {t('remove')}
          </ConfirmButton>
        </div>
      </div>
    </>
  );
}

function Picture({ photo, timeZone }: { photo: TeamPhoto; timeZone: string }) {
  const { large, alt } = useShownPhotos(timeZone)(photo);
  // As large as the window leaves room for. The width is known before the picture is there, so that nothing moves.
  const width = `min(100%, ${large.width}px, calc(75dvh * ${large.width} / ${large.height}))`;
  return (
    <div style={{ width }}>
      <PhotoPicture sources={large} alt={alt} eager className="h-auto w-full rounded-card" />
    </div>
  );
}
