import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailTable } from '@/components/outbox/mail-table';
import { Alert } from '@/components/ui/alert';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { adminUser } from '@/lib/authz/guards';
import type { MailState } from '@/lib/db/generated/enums';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { countMails, listMails } from '@/lib/mail/outbox/queries';
import { mailFilter } from '@/lib/mail/outbox/schemas';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outbox'))('title') };
}

/** The states of the tabs; those that ask for something are counted. */
const shown = ['waiting', 'failed', 'sent', 'kept', 'dropped'] as const satisfies MailState[];
const counted = ['waiting', 'failed'] as const satisfies MailState[];

export default async function OutboxPage({ searchParams }: PageProps<'/admin/outbox'>) {
  const me = await forPage(adminUser);
  const filter = await pageFilter(mailFilter, searchParams);
  const { page, counts } = await readPage(me, async (db) => ({
    page: await listMails(db, filter),
    counts: await countMails(db, counted),
  }));
  const t = await getTranslations('outbox');
  const { state, cursor } = filter;
  const address = (more: Record<string, string> = {}) => withQuery(paths.admin.outbox, { state, ...more });
  const tabs = [
    { href: paths.admin.outbox, label: t('all'), current: state === undefined },
    ...shown.map((one) => ({
      ...{ href: withQuery(paths.admin.outbox, { state: one }), label: t(`state.${one}`), current: state === one },
      ...(counts[one] ? { count: counts[one] } : {}),
    })),
  ];
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {!env().mail.smtp && (
        <Alert tone="warn" className="mb-6">
          {t('noServer')}
        </Alert>
      )}
      <Tabs tabs={tabs} label={t('title')} />
      {page.data.length > 0 ? (
        <MailTable mails={page.data} timeZone={me.tenant.timeZone} />
      ) : (
        <EmptyState title={t('empty.title')} icon={<Icon name="mail" />}>
          {t('empty.text')}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address() : null}
        nextHref={page.nextCursor ? address({ cursor: page.nextCursor }) : null}
      />
    </>
  );
}
