import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ImportForm } from '@/components/imports/import-form';
import { Templates } from '@/components/imports/templates';
import { Messages } from '@/components/layout/messages';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageFilter } from '@/lib/doors/page';
import { importKinds } from '@/lib/imports/rule';
import { importKind } from '@/lib/imports/schemas';
import { paths } from '@/lib/paths';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';
import { mostRows } from '@/lib/tables/limits';

/** Preselects a kind, for links from lists. */
const preset = z.object({ kind: importKind.optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports.start'))('title') };
}

export default async function NewImportPage({ searchParams }: PageProps<'/admin/imports/new'>) {
  await forPage(adminUser);
  const { kind } = await pageFilter(preset, searchParams);
  const [t, imports] = await Promise.all([getTranslations('imports.start'), getTranslations('imports')]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.admin.imports.list, label: imports('title') }]}
      />
      <Messages for={['imports.start', 'errors.field.required']}>
        <ImportForm
          kinds={importKinds.map((one) => ({ value: one, label: imports(`kind.${one}`) }))}
          kind={kind}
          accept={acceptOf('import')}
          maxBytes={uploadKinds.import.maxBytes}
          maxRows={mostRows}
        />
      </Messages>
      <Templates />
    </>
  );
}
