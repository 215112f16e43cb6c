'use client';

import { useTranslations } from 'next-intl';
import { PlainPage } from '@/components/layout/plain-page';
import { Button } from '@/components/ui/button';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Shows no error details; the digest identifies the error in the log. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations('problem.error');
  return (
    <PlainPage title={t('title')} text={t('text')}>
      <Button look="primary" onClick={reset}>
        {t('retry')}
      </Button>
      {error.digest && <p className="mt-8 text-sm text-ink-faint">{t('reference', { digest: error.digest })}</p>}
    </PlainPage>
  );
}
