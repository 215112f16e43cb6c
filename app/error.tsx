'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Shows no error details; the digest identifies the error in the log. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations('problem.error');
  return (
    <main id="content" className="mx-auto flex min-h-[70dvh] max-w-prose flex-col justify-center px-6 py-16">
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-3 text-lg text-ink-soft">{t('text')}</p>
      <div className="mt-8">
        <Button look="primary" onClick={reset}>
          {t('retry')}
        </Button>
      </div>
      {error.digest && <p className="mt-8 text-sm text-ink-faint">{t('reference', { digest: error.digest })}</p>}
    </main>
  );
}
