import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { changeInvoiceAction } from '@/app/admin/invoices/actions';
import { DraftForm } from '@/components/invoices/draft-form';
import { draftValues, typedTaxRate } from '@/components/invoices/draft-values';
import { HoursForm } from '@/components/invoices/hours-form';
import { hoursRows } from '@/components/invoices/hours-rows';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { invoiceEdit } from '@/lib/invoices/checks';
import { detailOf } from '@/lib/invoices/columns';
import { getBilled } from '@/lib/invoices/drafts/queries';
import { listUnbilled } from '@/lib/invoices/hours/queries';
import { hoursFilter } from '@/lib/invoices/hours/schemas';
import { getInvoice } from '@/lib/invoices/queries';
import { getBilling } from '@/lib/invoices/settings/queries';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices.form'))('edit') };
}

export default async function EditInvoicePage({ params, searchParams }: PageProps<'/admin/invoices/[id]/edit'>) {
  const me = await forPage(adminUser);
  const id = await pageId(params);
  const chosen = await pageFilter(hoursFilter, searchParams);
  const { invoice, billed, billing, entries } = await readPage(me, async (db) => {
    const now = today(me.tenant.timeZone);
    const invoice = await getInvoice(db, { id }, now);
    const { project, hours, until = now } = chosen;
    const entries = project && hours ? await listUnbilled(db, project, until) : [];
    return { invoice, billed: await getBilled(db, invoice), billing: await getBilling(db, me), entries };
  });
  if (invoice.status !== 'draft') redirect(paths.admin.invoices.show(id));
  const [list, t, show, locale] = await Promise.all([
    getTranslations('invoices'),
    getTranslations('invoices.form'),
    getTranslations('invoices.show'),
    getLocale(),
  ]);
  const { name, currency, projects } = billed;
  const taxRate = typedTaxRate(billing, locale);
  const draft = draftValues(invoice, locale);
  const { hours: by = 'one', rate = '' } = chosen;
  const isOurs = projects.some((project) => project.id === chosen.project);
  const added = isOurs ? hoursRows(entries, { by, rate, taxRate, locale, tenantLocale: me.tenant.locale }) : [];
  return (
    <>
      <PageHeader
        title={t('edit')}
        lead={t('forClient', { client: name, currency })}
        trail={[
          { href: paths.admin.invoices.list, label: list('title') },
          { href: paths.admin.invoices.show(id), label: show('draftTitle') },
        ]}
      />
      <HoursForm
        address={paths.admin.invoices.edit(id)}
        keep={{}}
        projects={projects.filter((project) => (invoice.projectId ?? project.id) === project.id)}
        {...{ chosen, currency }}
      />
      <DraftForm
        action={changeInvoiceAction}
        hidden={{ id }}
        version={invoiceEdit.version(detailOf(invoice))}
        draft={{ ...draft, rows: [...draft.rows, ...added] }}
        taxRate={taxRate}
        projects={projects}
        submit={t('save')}
      />
    </>
  );
}
