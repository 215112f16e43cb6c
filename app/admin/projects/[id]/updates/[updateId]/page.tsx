import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { changeUpdateAction, removeUpdateAction } from '@/app/admin/projects/[id]/updates/actions';
import { WhoSees } from '@/components/explain/who-sees';
import { WhoWillSee } from '@/components/explain/who-will-see';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { UploadPhotos } from '@/components/gallery/upload-photos';
import { Messages } from '@/components/layout/messages';
import { Alert } from '@/components/ui/alert';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { UpdateArticle } from '@/components/updates/update-article';
import { UpdateFields } from '@/components/updates/update-fields';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatMoney } from '@/lib/format';
import { listTeamPhotos } from '@/lib/gallery/team-queries';
import { paths } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';
import { uploadKinds } from '@/lib/storage/kinds';
import { updateEdit } from '@/lib/updates/checks';
import { getReportAside } from '@/lib/updates/reports/team-queries';
import { correctableDays, isCorrectable } from '@/lib/updates/rule';
import { getTeamUpdate } from '@/lib/updates/team-queries';

type Props = PageProps<'/admin/projects/[id]/updates/[updateId]'>;

const mostPhotos = 24;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string, updateId: string) => {
  const me = await forPage(teamMember);
  return readPage(me, async (db) => {
    const update = await getTeamUpdate(db, { id, updateId });
    return {
      update,
      project: await getTeamProject(db, { id }),
      photos: (await listTeamPhotos(db, { projectId: id, limit: mostPhotos })).data,
      aside: update.isReport && update.status === 'draft' ? await getReportAside(db, update, me) : null,
    };
  });
});

const loadPage = async ({ params }: Props) =>
  load(await pageId(params), await pageId(params.then((names) => ({ id: names.updateId }))));

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadPage(props)).update.title };
}

export default async function EditUpdatePage(props: Props) {
  const me = await forPage(teamMember);
  const { update, project, photos, aside } = await loadPage(props);
  const [t, composer, list, projects, locale] = await Promise.all([
    getTranslations('updates.edit'),
    getTranslations('updates.composer'),
    getTranslations('updates.list'),
    getTranslations('projects.list'),
    getLocale(),
  ]);
  const { id: updateId, projectId: id, publishedAt } = update;
  const { clientName, phases } = project;
  const { timeZone } = me.tenant;
  const isDraft = publishedAt === null;
  const hidden = { id, updateId };
  const others = photos.filter(
    ({ id: photo, visibility }) => visibility !== 'public' && !update.photos.some((own) => own.id === photo),
  );
  return (
    <>
      <PageHeader
        title={t(isDraft ? 'draft' : 'published')}
        trail={[
          { href: paths.admin.projects.list, label: projects('title') },
          { href: paths.admin.projects.show(id), label: project.name },
          { href: paths.admin.projects.updates(id), label: list('title') },
        ]}
        lead={isDraft ? undefined : t('correctLead')}
      />
      {aside && (
        <Alert tone="calm" title={t('aside')} className="mb-8">
          {[
            aside.tickets > 0 && t('waiting', { count: aside.tickets }),
            aside.openMinor !== null &&
              aside.openMinor > 0n &&
              t('open', { amount: formatMoney(aside.openMinor, aside.currency, locale) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Alert>
      )}
      {publishedAt !== null && !isCorrectable(new Date(publishedAt), new Date()) ? (
        <Alert tone="calm">{t('tooOld', { days: correctableDays })}</Alert>
      ) : (
        <Form action={changeUpdateAction} hidden={hidden} version={updateEdit.version(update)} doneMessage={null}>
          <UpdateFields
            phases={phases}
            photos={[...update.photos, ...others]}
            timeZone={timeZone}
            update={update}
            open
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton name="publish" value="false" look={isDraft ? 'secondary' : 'primary'}>
              {t(isDraft ? 'save' : 'correct')}
            </SubmitButton>
            {isDraft && (
              <SubmitButton name="publish" value="true">
                {t('publish')}
              </SubmitButton>
            )}
          </div>
          {isDraft && <p className="text-sm text-ink-soft">{composer('visible', { client: clientName })}</p>}
        </Form>
      )}
      {me.userType === 'admin' && <WhoSees type="project_update" id={updateId} hidden={isDraft} className="mt-8" />}
      <Section title={t('preview')} lead={t('previewLead', { client: clientName })}>
        <UpdateArticle update={update} viewer="team" timeZone={timeZone} />
      </Section>
      <Section title={composer('upload')} lead={composer('uploadLead')}>
        <Messages for={['photos.upload', 'common.upload', 'common.progress', 'common.picker']}>
          <UploadPhotos
            address={paths.files.uploadPhoto}
            maxBytes={uploadKinds.photo.maxBytes}
            place={{ project: id, phases }}
            ahead={me.userType === 'admin' && <WhoWillSee ahead="photo" project={{ id }} />}
          />
        </Messages>
      </Section>
      {isDraft && (
        <div className="mt-14">
          <ConfirmButton
            action={removeUpdateAction}
            hidden={hidden}
            title={t('removeTitle')}
            description={t('removeText')}
            confirm={t('remove')}
          >
            {t('remove')}
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
