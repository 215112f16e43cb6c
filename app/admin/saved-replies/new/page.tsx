import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createSavedReplyAction } from '@/app/admin/saved-replies/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { SavedReplyFields } from '@/components/support/saved-reply-fields';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.replies'))('new') };
}

export default async function NewSavedReplyPage() {
  await forPage(teamMember);
  const t = await getTranslations('support.replies');
  return (
    <>
      <PageHeader title={t('new')} trail={[{ href: paths.admin.savedReplies.list, label: t('title') }]} />
      <Form action={createSavedReplyAction}>
        <SavedReplyFields />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}
