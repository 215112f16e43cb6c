import { useLocale, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/text-link';
import type { TeamDocumentDetail } from '@/lib/documents/schemas';
import { wasNeverPublished } from '@/lib/documents/transitions/rule';
import { formatFileSize, formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';

/** Project, client, type and file of a document, and the version that is visible to the client. */
export function TeamDocumentFacts({ document, timeZone }: { document: TeamDocumentDetail; timeZone: string }) {
  const t = useTranslations('documents.show');
  const locale = useLocale();
  const { projectId, projectName, clientId, clientName, documentTypeName, requiresApproval } = document;
  const { fileName, byteSize, uploadedByName, uploadedAt, publishedVersion: number, publishedAt } = document;
  const date = (at: string) => formatInstant(new Date(at), { locale, timeZone });
  return (
    <Facts
      columns={3}
      facts={[
        {
          label: t('project'),
          value: <TextLink href={paths.admin.projects.documents(projectId)}>{projectName}</TextLink>,
        },
        { label: t('client'), value: <TextLink href={paths.admin.clients.show(clientId)}>{clientName}</TextLink> },
        {
          label: t('type'),
          value: requiresApproval ? `${documentTypeName} (${t('approval')})` : documentTypeName,
        },
        { label: t('file'), value: `${fileName} (${formatFileSize(byteSize, locale)})` },
        { label: t('uploaded'), value: t('uploadedBy', { name: uploadedByName, date: date(uploadedAt) }) },
        {
          label: t('clientSees'),
          value:
            number !== null && publishedAt !== null
              ? t('sinceVersion', { number, date: date(publishedAt) })
              : t(wasNeverPublished(document) ? 'nothingYet' : 'nothingAnyMore'),
        },
      ]}
    />
  );
}
