import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeSavedReplyAction, removeSavedReplyAction } from '@/app/admin/saved-replies/actions';
import { ActionButton } from '@/components/forms/action-button';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { SavedReplyFields } from '@/components/support/saved-reply-fields';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { savedReplyEdit } from '@/lib/support/saved-replies/checks';
import { getSavedReply } from '@/lib/support/saved-replies/team-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.replies'))('edit') };
}

export default async function EditSavedReplyPage({ params }: PageProps<'/admin/saved-replies/[id]/edit'>) {
  const me = await forPage(teamMember);
  const id = await pageId(params);
  const reply = await readPage(me, (db) => getSavedReply(db, { id }));
  const t = await getTranslations('support.replies');
  return (
    <>
      <PageHeader
        title={t('edit')}
        eyebrow={reply.name}
        trail={[{ href: paths.admin.savedReplies.list, label: t('title') }]}
      />
      <Form action={changeSavedReplyAction} hidden={{ id }} version={savedReplyEdit.version(reply)}>
        <SavedReplyFields reply={reply} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
      {/* Confirmation before removal. `details` works without JavaScript. */}
      <details className="mt-14 max-w-form">
        <summary className={buttonClass('quiet')}>{t('remove')}</summary>
        <div className="mt-3 space-y-4 rounded-card bg-bad-soft p-5">
          <p>{t('removeText')}</p>
          <ActionButton action={removeSavedReplyAction} hidden={{ id }} look="danger">
            {t('removeDo', { name: reply.name })}
          </ActionButton>
        </div>
      </details>
    </>
  );
}
