import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PaperFacts } from '@/components/invoices/paper-facts';
import { AuthShell } from '@/components/layout/auth-shell';
import { Alert } from '@/components/ui/alert';
import { countLookup } from '@/lib/auth/throttle';
import { readPublicPage } from '@/lib/doors/page';
import { AppError } from '@/lib/errors';
import { originOf } from '@/lib/http/origin';
import { findPaper } from '@/lib/invoices/verification/queries';

type Props = PageProps<'/verify/[code]'>;

/** The document with this code, null where there is none, or the minutes to wait after too many lookups. Cached per request. */
const load = cache(async (code: string) => {
  try {
    await countLookup(originOf(await headers()));
  } catch (error) {
    if (error instanceof AppError && error.code === 'TOO_MANY_TRIES')
      return { minutes: Math.ceil((error.retryAfterSeconds ?? 60) / 60) };
    throw error;
  }
  return { paper: await readPublicPage((db) => findPaper(db, code)) };
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify');
  return { title: t('title'), robots: { index: false, follow: false } };
}

/** Tells whoever holds the code of a printed document what it says, and whether it still stands. */
export default async function VerifyPage({ params }: Props) {
  const [{ code }, t, locale] = await Promise.all([params, getTranslations('verify'), getLocale()]);
  const { paper, minutes } = { paper: null, minutes: null, ...(await load(code)) };
  if (minutes !== null)
    return (
      <AuthShell title={t('title')}>
        <Alert tone="warn">{t('wait', { minutes })}</Alert>
      </AuthShell>
    );
  if (!paper)
    return (
      <AuthShell title={t('unknown.title')} lead={t('unknown.text')}>
        {null}
      </AuthShell>
    );
  return (
    <AuthShell title={t(`found.${paper.kind}`)} lead={t('found.lead', { issuer: paper.issuer })}>
      <PaperFacts paper={paper} locale={locale} />
    </AuthShell>
  );
}
