import type { Metadata } from 'next';
import { after } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { moveDocumentAction, rejectDocumentAction, withdrawDocumentAction } from '@/app/admin/documents/actions';
import { DocumentPreview } from '@/components/documents/document-preview';
import { DocumentStatusBadge } from '@/components/documents/document-status-badge';
import { DownloadList } from '@/components/documents/download-list';
import { HistoryList } from '@/components/documents/history-list';
import { StepButtons } from '@/components/documents/step-buttons';
import { TeamDocumentFacts } from '@/components/documents/team-document-facts';
import { VersionForm } from '@/components/documents/version-form';
import { VersionList } from '@/components/documents/version-list';
import { WhoSees } from '@/components/explain/who-sees';
import { Messages } from '@/components/layout/messages';
import { OpeningList } from '@/components/openings/opening-list';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { teamMember } from '@/lib/authz/guards';
import { getTeamDocument } from '@/lib/documents/team-queries';
import { addMissingPicture } from '@/lib/documents/uploads';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatInstant } from '@/lib/format';
import { mostOpenings } from '@/lib/openings/rule';
import { listRecordOpenings } from '@/lib/openings/team-queries';
import { paths } from '@/lib/paths';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';

type Props = PageProps<'/admin/documents/[id]'>;

/** Cached per request by the id: the page and its title share one read, but not the promise of the params. */
const load = cache(async (id: string) => {
  const me = await forPage(teamMember);
  const read = await readPage(me, async (db) => ({
    document: await getTeamDocument(db, { id }, me),
    // Downloads are listed with their versions.
    openings: await listRecordOpenings(db, {
      recordType: 'document',
      recordId: id,
      way: 'opened',
      limit: mostOpenings,
    }),
  }));
  return { me, ...read };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).document.title };
}

export default async function DocumentPage({ params }: Props) {
  const { me, document, openings } = await load(await pageId(params));
  const { id, title, status, version, contentType, transitions, allowed } = document;
  const [t, documents, explain, locale] = await Promise.all([
    getTranslations('documents.show'),
    getTranslations('documents'),
    getTranslations('explain.openings'),
    getLocale(),
  ]);
  const { timeZone } = me.tenant;
  const [newest] = document.versions;
  const picture = newest?.picture ?? null;
  if (newest && !picture) after(() => addMissingPicture({ versionId: newest.id }, me));
  // Skips later withdrawals (from = to), which may follow the rejection.
  const rejection = status === 'rejected' ? transitions.find(({ from, to }) => from !== to && to === 'rejected') : null;
  const waits =
    status === 'pending' && !allowed.includes('approved')
      ? t('ownUpload')
      : status === 'approved' && me.userType === 'staff'
        ? t('adminPublishes')
        : null;

  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: paths.admin.documents.list, label: documents('title') }]}
        badge={<DocumentStatusBadge status={status} />}
        actions={
          <>
            <LinkButton href={paths.admin.documents.edit(id)} look="quiet">
              {t('edit')}
            </LinkButton>
            <a href={paths.files.documentVersion(id, version)} className={buttonClass('secondary')}>
              <Icon name="download" />
              {t('download')}
            </a>
            <StepButtons
              document={document}
              move={moveDocumentAction}
              reject={rejectDocumentAction}
              withdraw={me.userType === 'admin' ? withdrawDocumentAction : null}
            />
          </>
        }
      />
      {rejection?.reason && (
        <Alert
          tone="bad"
          title={t('rejectedBy', {
            name: rejection.actorName,
            date: formatInstant(new Date(rejection.createdAt), { locale, timeZone }),
          })}
          className="mb-8"
        >
          <p className="whitespace-pre-line">{rejection.reason}</p>
        </Alert>
      )}
      {waits && <Alert className="mb-8">{waits}</Alert>}
      <TeamDocumentFacts document={document} timeZone={timeZone} />
      {me.userType === 'admin' && (
        <WhoSees type="document" id={id} hidden={document.publishedVersion === null} className="mt-6" />
      )}
      <div className="grid gap-x-16 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Section title={t('preview')} className="max-lg:order-last first:mt-12 sm:first:mt-16">
          <DocumentPreview
            address={paths.files.documentVersionPreview(id, version)}
            contentType={contentType}
            title={title}
            picture={picture && { ...picture, address: paths.files.documentVersionPicture(id, version) }}
          />
        </Section>
        <div className="mt-12 sm:mt-16">
          <Section title={t('versions')}>
            <VersionList document={document} timeZone={timeZone} />
          </Section>
          <Section title={t('newVersion')} lead={t('newVersionLead')}>
            <Messages
              for={[
                'common.upload',
                'common.progress',
                'documents.show.file',
                'documents.upload.form.removeMetadata',
                'documents.upload.form.removeMetadataHint',
                'documents.upload.form.send',
                'documents.upload.form.choose',
                'errors.reason.fileTooLarge',
              ]}
            >
              <VersionForm
                address={paths.files.uploadDocumentVersion(id)}
                accept={acceptOf('document')}
                maxBytes={uploadKinds.document.maxBytes}
              />
            </Messages>
          </Section>
          <Section title={t('history')}>
            <HistoryList document={document} timeZone={timeZone} />
          </Section>
          <Section title={t('downloads')}>
            <DownloadList document={document} timeZone={timeZone} />
          </Section>
          {openings.data.length > 0 && (
            <Section title={explain('opened')}>
              <OpeningList openings={openings.data} timeZone={timeZone} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
