import { useTranslations } from 'next-intl';
import { useNoticeWords } from '@/components/account/notice-words';
import { ActionButton } from '@/components/forms/action-button';
import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  notice: { id: string; byName: string | null; createdAt: string; usedAt: string | null };
  timeZone: string;
  /** The page with the password, the sessions and the list of notices. */
  accountHref: string;
  see: FormAction;
};

/** Tells above every page that another made a link for the user's password, until the user says that they have seen it. */
export function NoticeBanner({ notice, timeZone, accountHref, see }: Props) {
  const t = useTranslations('auth.notice');
  const { made, used } = useNoticeWords(timeZone);
  return (
    <section aria-label={t('list')} className="mb-8 print:hidden">
      <Alert
        tone="warn"
        title={notice.usedAt ? t('titleUsed') : t('title')}
        action={
          <ActionButton action={see} hidden={{ id: notice.id }} size="small">
            {t('see')}
          </ActionButton>
        }
      >
        <p>
          {made(notice)} {used(notice)}
        </p>
        <p className="mt-1">
          {t('advice')} <TextLink href={accountHref}>{t('toAccount')}</TextLink>
        </p>
      </Alert>
    </section>
  );
}
