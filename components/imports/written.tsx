import { useLocale, useTranslations } from 'next-intl';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Alert } from '@/components/ui/alert';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import { formatInstant } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import type { ImportDetail } from '@/lib/imports/schemas';
import { formatNumber } from '@/lib/intl';

type Props = { subject: ImportDetail; timeZone: string; undo: FormAction };

/** What an import wrote, and the button that takes it back. */
export function Written({ subject, timeZone, undo }: Props) {
  const t = useTranslations('imports.done');
  const locale = useLocale();
  const { id, status, counts, finishedAt } = subject;
  const number = (count: number) => <span className="numerals">{formatNumber(count, locale)}</span>;
  return (
    <Section title={t('title')}>
      {status === 'undone' && <Alert className="mb-6">{t('undoneText')}</Alert>}
      <Facts
        columns={3}
        facts={[
          { label: t('created'), value: number(counts.created) },
          { label: t('changed'), value: number(counts.changed) },
          { label: t('same'), value: number(counts.same) },
          {
            label: t('at'),
            value: finishedAt && formatInstant(new Date(finishedAt), { locale, timeZone }, 'date-time'),
          },
        ]}
      />
      {status === 'done' && (
        <div className="mt-8">
          <ConfirmButton
            action={undo}
            hidden={{ id }}
            title={t('undoTitle')}
            description={t('undoText')}
            confirm={t('undo')}
          >
            {t('undo')}
          </ConfirmButton>
        </div>
      )}
    </Section>
  );
}
