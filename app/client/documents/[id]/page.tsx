import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { recordOpeningAction } from '@/app/client/actions';
import { DocumentPreview } from '@/components/documents/document-preview';
import { RecordOpening } from '@/components/openings/record-opening';
import { AskLink } from '@/components/support/ask-link';
import { buttonClass } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { clientUser } from '@/lib/authz/guards';
import { getClientDocument } from '@/lib/documents/queries';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatFileSize, formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = PageProps<'/client/documents/[id]'>;

// The title and the page share one guarded read.
const load = cache(async (id: string) => {
  const me = await forPage(clientUser);
  return readPage(me, (db) => getClientDocument(db, { id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).title };
}

export default async function ClientDocumentPage({ params }: Props) {
  const me = await forPage(clientUser);
  const document = await load(await pageId(params));
  const [t, show, client, locale] = await Promise.all([
    getTranslations('documents'),
    getTranslations('documents.show'),
    getTranslations('documents.client'),
    getLocale(),
  ]);
  const { id, title, projectId, projectName, documentTypeName, fileName, contentType, byteSize, version, picture } =
    document;
  const { timeZone } = me.tenant;
  const published = formatInstant(new Date(document.publishedAt), { locale, timeZone }, 'date');

  return (
    <div className="max-w-4xl">
      <RecordOpening type="document" id={id} action={recordOpeningAction} />
      <PageHeader
        trail={[{ href: paths.client.documents, label: t('title') }]}
        eyebrow={documentTypeName}
        title={title}
        lead={client('published', { date: published })}
        actions={
          <>
            <a href={paths.files.document(id)} className={buttonClass('primary')}>
              <Icon name="download" />
              {show('download')}
            </a>
            <AskLink type="document" id={id} />
          </>
        }
      />
      <Facts
        columns={3}
        facts={[
          {
            label: show('project'),
            value: <TextLink href={paths.client.project.show(projectId)}>{projectName}</TextLink>,
          },
          { label: show('file'), value: `${fileName} (${formatFileSize(byteSize, locale)})` },
          { label: show('version'), value: version > 1 && version },
        ].filter(({ value }) => value !== false)}
      />
      <Section title={show('preview')}>
        <DocumentPreview
          address={paths.files.documentPreview(id)}
          contentType={contentType}
          title={title}
          picture={picture && { ...picture, address: paths.files.documentPicture(id) }}
        />
      </Section>
    </div>
  );
}
