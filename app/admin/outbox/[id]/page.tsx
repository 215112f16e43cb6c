import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { retryMailAction } from '@/app/admin/outbox/actions';
import { ActionButton } from '@/components/forms/action-button';
import { MailStateBadge } from '@/components/outbox/mail-state';
import { Alert } from '@/components/ui/alert';
import { Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { formatInstant } from '@/lib/format';
import { getMail } from '@/lib/mail/outbox/queries';
import { isReason } from '@/lib/mail/reasons';
import { paths } from '@/lib/paths';

type Props = PageProps<'/admin/outbox/[id]'>;

/** Cached per request by the id: the page and its title share one read, but not the promise of the params. */
const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  return { me, mail: await readPage(me, (db) => getMail(db, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { mail } = await load(await pageId(params));
  return { title: mail.subject ?? (await getTranslations('outbox.about'))(mail.about) };
}

export default async function MailPage({ params }: Props) {
  const { me, mail } = await load(await pageId(params));
  const { id, about, state, subject, userId, userName, toAddress, attempts, lastError, text } = mail;
  const [t, locale] = await Promise.all([getTranslations('outbox'), getLocale()]);
  const reader = { locale, timeZone: me.tenant.timeZone };
  const at = (instant: string | null) => instant && formatInstant(new Date(instant), reader, 'date-time');
  const canRetry = (state === 'failed' || state === 'kept') && env().mail.smtp;
  const isOurs = isReason(lastError);
  const words = {
    failed: isOurs ? t('droppedBecause') : t('failed'),
    waiting: t('waits'),
    dropped: t('droppedBecause'),
  };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={subject ?? t(`about.${about}`)}
        eyebrow={t(`about.${about}`)}
        trail={[{ href: paths.admin.outbox, label: t('title') }]}
        badge={<MailStateBadge state={state} />}
        actions={
          canRetry && (
            <ActionButton action={retryMailAction} hidden={{ id }} doneMessage={t('retried')}>
              {t('retry')}
            </ActionButton>
          )
        }
      />
      {state === 'kept' && (
        <Alert tone="warn" className="mb-6">
          {t('noServer')}
        </Alert>
      )}
      {lastError && state in words && (
        <Alert tone={state === 'failed' ? 'bad' : 'calm'} className="mb-6" title={words[state as keyof typeof words]}>
          <span className="break-words">{isOurs ? t(`reason.${lastError}`) : lastError}</span>
        </Alert>
      )}
      <Facts
        columns={3}
        facts={[
          { label: t('column.to'), value: <TextLink href={paths.admin.users.show(userId)}>{userName}</TextLink> },
          { label: t('address'), value: toAddress },
          { label: t('made'), value: at(mail.createdAt) },
          { label: t('tried'), value: at(mail.triedAt) },
          { label: t('sentAt'), value: at(mail.sentAt) },
          { label: t('attempts'), value: attempts > 1 ? attempts : null },
        ]}
      />
      {text && (
        <Section title={t('text')}>
          <div className="whitespace-pre-line break-words rounded-lg border border-line bg-raised p-5">{text}</div>
        </Section>
      )}
    </div>
  );
}
