import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { createInvoiceAction } from '@/app/admin/invoices/actions';
import { ClientChoice } from '@/components/invoices/client-choice';
import { DraftForm } from '@/components/invoices/draft-form';
import { newDraft, typedTaxRate } from '@/components/invoices/draft-values';
import { HoursForm } from '@/components/invoices/hours-form';
import { hoursRows } from '@/components/invoices/hours-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { today } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { getBilled } from '@/lib/invoices/drafts/queries';
import { listUnbilled } from '@/lib/invoices/hours/queries';
import { hoursFilter } from '@/lib/invoices/hours/schemas';
import { getBilling } from '@/lib/invoices/settings/queries';
import { paths } from '@/lib/paths';

/** Preselects a client, or a project and so its client, and the hours that fill the lines. */
const preset = hoursFilter.extend({ client: recordId().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('new') };
}

export default async function NewInvoicePage({ searchParams }: PageProps<'/admin/invoices/new'>) {
  const me = await forPage(adminUser);
  const chosen = await pageFilter(preset, searchParams);
  const { client: clientId, project: projectId } = chosen;
  const { billed, clients, billing, entries } = await readPage(me, async (db) => {
    const of = clientId ? { clientId } : projectId ? { projectId } : null;
    const billing = await getBilling(db, me);
    if (!of) return { billed: null, clients: await listClientChoices(db), billing, entries: [] };
    const billed = await getBilled(db, of);
    const until = chosen.until ?? today(me.tenant.timeZone);
    const entries = chosen.hours && projectId ? await listUnbilled(db, projectId, until) : [];
    return { billed, clients: null, billing, entries };
  });
  const [list, t, locale] = await Promise.all([
    getTranslations('invoices'),
    getTranslations('invoices.form'),
    getLocale(),
  ]);
  const trail = [{ href: paths.admin.invoices.list, label: list('title') }];
  if (!billed)
    return (
      <>
        <PageHeader title={list('new')} trail={trail} />
        {clients && clients.options.length > 0 ? (
          <ClientChoice
            address={paths.admin.invoices.new}
            clients={clients}
            texts={{ label: t('client'), choose: t('chooseClient'), go: t('go') }}
          />
        ) : (
          <EmptyState
            title={t('noClients')}
            action={<LinkButton href={paths.admin.clients.new}>{t('createClient')}</LinkButton>}
          />
        )}
      </>
    );
  const { id, name, currency, projects } = billed;
  const project = projects.find((one) => one.id === projectId)?.id ?? null;
  const taxRate = typedTaxRate(billing, locale);
  const { hours: by = 'one', rate = '' } = chosen;
  const rows = project ? hoursRows(entries, { by, rate, taxRate, locale, tenantLocale: me.tenant.locale }) : [];
  return (
    <>
      <PageHeader title={list('new')} lead={t('forClient', { client: name, currency })} trail={trail} />
      <HoursForm address={paths.admin.invoices.new} keep={{ client: id }} {...{ projects, chosen, currency }} />
      <DraftForm
        action={createInvoiceAction}
        hidden={{ clientId: id }}
        draft={{ ...newDraft({ currency, projectId: project, billing }), rows }}
        taxRate={taxRate}
        projects={projects}
        submit={t('create')}
      />
    </>
  );
}
