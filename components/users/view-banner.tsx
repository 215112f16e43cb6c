import { useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { FormOwner } from '@/components/forms/form-owner';
import type { FormAction } from '@/lib/forms/form-state';

/** Above every page while an admin looks at the portal as a person of a client. */
export function ViewBanner({ name, stop }: { name: string; stop: FormAction }) {
  const t = useTranslations('users.view');
  return (
    <aside
      aria-label={t('label')}
      className="sticky top-0 z-30 flex flex-wrap items-center justify-between gap-3 bg-warn-soft px-4 py-2 text-ink print:hidden"
    >
      <p className="min-w-0 flex-1 basis-48">{t('banner', { name })}</p>
      {/* The page's forms are the person's; this one is the admin's own. */}
      <FormOwner mark={null}>
        <ActionButton action={stop} size="small">
          {t('stop')}
        </ActionButton>
      </FormOwner>
    </aside>
  );
}
