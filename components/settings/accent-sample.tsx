import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { ProgressRing } from '@/components/charts/progress-ring';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';

/** A sample of the client area in the light or dark scheme, independent of the user's own scheme. */
function Sample({ dark, title, tenant }: { dark: boolean; title: string; tenant: string }) {
  const t = useTranslations('settings.colour.sample');
  return (
    <figure className="min-w-0">
      <div
        className={clsx(
          'rounded-card bg-paper p-5 text-ink ring-1 ring-line forced-color-adjust-none',
          dark ? 'scheme-dark' : 'scheme-light',
        )}
      >
        <p className="truncate font-serif text-lg">{tenant}</p>
        <div className="mt-4 flex items-center gap-4 rounded-card bg-raised p-4 shadow-raised">
          <ProgressRing percent={72} label={t('progress')} size="small" />
          <div className="min-w-0">
            <p className="font-medium">{t('project')}</p>
            <p className="mt-1 text-sm font-medium text-accent-text underline underline-offset-4">{t('link')}</p>
          </div>
        </div>
        <div className="mt-4 flex items-center justify-between gap-3">
          <Badge tone="accent">{t('status')}</Badge>
          <span className={buttonClass('primary', 'small')}>{t('button')}</span>
        </div>
      </div>
      <figcaption className="mt-2 text-sm text-ink-soft">{title}</figcaption>
    </figure>
  );
}

/** Samples of the tenant's accent colour in light and dark mode, side by side. */
export function AccentSample({ tenant }: { tenant: string }) {
  const t = useTranslations('settings.colour');
  return (
    <div>
      <p className="mb-3 text-[0.9375rem] font-medium">{t('sample.label')}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <Sample dark={false} title={t('light')} tenant={tenant} />
        <Sample dark title={t('dark')} tenant={tenant} />
      </div>
    </div>
  );
}
