import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { invoiceInstalmentAction } from '@/app/admin/projects/[id]/schedule/actions';
import { ActionButton } from '@/components/forms/action-button';
import { InvoiceSums } from '@/components/invoices/invoice-sums';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { PaymentSchedule } from '@/components/invoices/payment-schedule';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { adminUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { getSchedule } from '@/lib/invoices/schedule/queries';
import type { Instalment } from '@/lib/invoices/schedule/schemas';
import { invoiceOrder } from '@/lib/invoices/schemas';
import { listTeamInvoices, sumTeamInvoices } from '@/lib/invoices/team-queries';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';

const listPage = pageQuery(invoiceOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') };
}

export default async function ProjectInvoicesPage({
  params,
  searchParams,
}: PageProps<'/admin/projects/[id]/invoices'>) {
  const me = await forPage(adminUser);
  const [id, page] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  const today = todayIn(me.tenant.timeZone);
  const filter = { ...page, status: 'all' as const, projectId: id };
  const { project, invoices, sums, schedule } = await readPage(me, async (db) => ({
    project: await getTeamProject(db, { id }),
    invoices: await listTeamInvoices(db, filter, today),
    sums: await sumTeamInvoices(db, filter, today),
    schedule: await getSchedule(db, { id }, today),
  }));
  const [t, plan] = await Promise.all([getTranslations('invoices'), getTranslations('invoices.schedule')]);
  const address = paths.admin.projects.invoices(id);
  const draft = (
    <LinkButton href={withQuery(paths.admin.invoices.new, { client: project.clientId, project: id })} look="primary">
      {t('new')}
    </LinkButton>
  );
  const invoiceButton = ({ id: instalmentId, state }: Instalment) => (
    <ActionButton
      action={invoiceInstalmentAction}
      hidden={{ id, instalmentId }}
      look={state === 'due' ? 'primary' : 'secondary'}
      size="small"
    >
      {plan('invoice')}
    </ActionButton>
  );
  const setUp = (
    <LinkButton href={paths.admin.projects.schedule(id)} look="secondary">
      {plan('set')}
    </LinkButton>
  );
  return (
    <>
      <ProjectHead
        project={project}
        viewer="admin"
        current="invoices"
        clientName={project.clientName}
        actions={
          <>
            {draft}
            {schedule.instalments.length === 0 && setUp}
          </>
        }
      />
      {invoices.data.length > 0 ? (
        <>
          <InvoiceSums sums={sums.filter((of) => of.status === 'all')} />
          <InvoiceTable invoices={invoices.data} today={today} />
        </>
      ) : (
        <EmptyState title={t('empty.title')} />
      )}
      <Pagination
        firstHref={page.cursor ? address : null}
        nextHref={invoices.nextCursor ? withQuery(address, { cursor: invoices.nextCursor }) : null}
      />
      <PaymentSchedule
        schedule={schedule}
        hrefOf={paths.admin.invoices.show}
        billing={{
          button: invoiceButton,
          edit: <TextLink href={paths.admin.projects.schedule(id)}>{plan('edit')}</TextLink>,
        }}
      />
    </>
  );
}
