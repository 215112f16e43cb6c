import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { setScheduleAction } from '@/app/admin/projects/[id]/schedule/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { ScheduleFields, type ScheduleRow } from '@/components/invoices/schedule-fields';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatMoney } from '@/lib/format';
import { percentOf } from '@/lib/invoices/columns';
import { scheduleEdit } from '@/lib/invoices/schedule/checks';
import { scheduleAnswerOf } from '@/lib/invoices/schedule/columns';
import { getSchedule } from '@/lib/invoices/schedule/queries';
import type { Instalment } from '@/lib/invoices/schedule/schemas';
import { toDecimal } from '@/lib/money';
import { typedDecimal } from '@/lib/numbers';
import { paths } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices.schedule'))('title') };
}

export default async function PaymentSchedulePage({ params }: PageProps<'/admin/projects/[id]/schedule'>) {
  const me = await forPage(adminUser);
  const id = await pageId(params);
  const { project, schedule } = await readPage(me, async (db) => ({
    project: await getTeamProject(db, { id }),
    schedule: await getSchedule(db, { id }, today(me.tenant.timeZone)),
  }));
  const [t, list, locale] = await Promise.all([
    getTranslations('invoices.schedule'),
    getTranslations('invoices'),
    getLocale(),
  ]);
  const { currency, contractMinor, instalments } = schedule;
  const stored = instalments.map((instalment) => rowOf(instalment, currency, locale));
  // A new schedule begins with the phases of the project.
  const offered = project.phases.map((phase): ScheduleRow => {
    return { id: null, phaseId: phase.id, title: null, percent: null, amount: null, dueOn: null };
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        eyebrow={project.name}
        lead={
          contractMinor === null ? t('noContract') : `${t('contract')}: ${formatMoney(contractMinor, currency, locale)}`
        }
        trail={[{ href: paths.admin.projects.invoices(id), label: list('title') }]}
      />
      <Form
        action={setScheduleAction}
        hidden={{ id }}
        version={scheduleEdit.version(scheduleAnswerOf(schedule))}
        className="max-w-none"
      >
        <ScheduleFields rows={stored.length > 0 ? stored : offered} phases={project.phases} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}

function rowOf(instalment: Instalment, currency: string, locale: string): ScheduleRow {
  const { id, phaseId, title, rate, amountMinor, dueOn } = instalment;
  return {
    ...{ id, phaseId, title, dueOn },
    percent: rate === null ? null : typedDecimal(percentOf(rate), locale),
    amount: amountMinor === null ? null : typedDecimal(toDecimal(amountMinor, currency), locale),
  };
}
