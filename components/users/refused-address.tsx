import { useLocale, useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { Alert } from '@/components/ui/alert';
import type { FormAction } from '@/lib/forms/form-state';
import { formatInstant } from '@/lib/intl';
import type { UserDetail } from '@/lib/users/schemas';

type Props = { user: UserDetail; timeZone: string; trust: FormAction };

/** Says that a mail server refused the address of a person, in its words, so that nothing is mailed there until an admin says so. */
export function RefusedAddress({ user: { id, email, mailRefusedAt, mailRefusal }, timeZone, trust }: Props) {
  const t = useTranslations('users.refused');
  const locale = useLocale();
  if (!mailRefusedAt) return null;
  const at = formatInstant(new Date(mailRefusedAt), { locale, timeZone }, 'date');
  return (
    <Alert
      tone="warn"
      className="mb-8"
      title={t('title', { email })}
      action={
        <ActionButton action={trust} hidden={{ id }} size="small" doneMessage={t('trusted')}>
          {t('trust')}
        </ActionButton>
      }
    >
      <p>{t('text', { at })}</p>
      {mailRefusal && <p className="mt-1 text-sm break-words text-ink-soft">{mailRefusal}</p>}
    </Alert>
  );
}
