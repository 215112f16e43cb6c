import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { postEntryAction } from '@/app/admin/ledger/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PostFields } from '@/components/ledger/post-fields';
import { Alert } from '@/components/ui/alert';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { today } from '@/lib/dates';
import { onceMark } from '@/lib/doors/once-mark';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { teamLedgerFilter } from '@/lib/ledger/schemas';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ledger.post'))('title') };
}

export default async function PostEntryPage({ searchParams }: PageProps<'/admin/ledger/new'>) {
  const me = await forPage(adminUser);
  const { partyId } = await pageFilter(teamLedgerFilter.pick({ partyId: true }), searchParams);
  const clients = await readPage(me, (db) => listClientChoices(db, partyId));
  const [t, list] = await Promise.all([getTranslations('ledger.post'), getTranslations('ledger')]);
  return (
    <>
      <PageHeader title={t('title')} trail={[{ href: paths.admin.ledger(), label: list('title') }]} lead={t('lead')} />
      <Form action={postEntryAction} hidden={onceMark()} doneMessage={null}>
        <PostFields clients={clients} clientId={partyId} today={today(me.tenant.timeZone)} />
        <Alert>{t('forGood')}</Alert>
        <SubmitButton look="primary">{t('submit')}</SubmitButton>
      </Form>
    </>
  );
}
