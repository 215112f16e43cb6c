import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { openGuestPassAction } from '@/app/guest/actions';
import { Form } from '@/components/forms/form';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { AuthShell } from '@/components/layout/auth-shell';
import { pageGuestLink } from '@/lib/doors/guest';
import { dayOf, formatDay } from '@/lib/format';
import { guestToken } from '@/lib/guests/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests'))('title'), robots: { index: false, follow: false } };
}

/** The link of a guest pass. A form opens it, so that programs that preview links leave no trace in its log. */
export default async function GuestLinkPage({ params }: PageProps<'/guest/[token]'>) {
  const token = guestToken.safeParse((await params).token);
  if (!token.success) notFound();
  const [link, t, locale] = await Promise.all([pageGuestLink(token.data), getTranslations('guests.open'), getLocale()]);
  if (!link) notFound();
  const { sharedBy: name, tenant, expiresAt, hasPassword } = link;
  const date = formatDay(dayOf(expiresAt, tenant.timeZone), locale, 'long');
  return (
    <AuthShell title={t('title', { name })} lead={t('lead', { tenant: tenant.name, date })} face={tenant}>
      <Form action={openGuestPassAction} hidden={{ token: token.data }} doneMessage={null}>
        {hasPassword && (
          <PasswordField
            name="password"
            label={t('password')}
            hint={t('passwordHint', { name })}
            autoComplete="current-password"
          />
        )}
        <SubmitButton>{t('submit')}</SubmitButton>
      </Form>
    </AuthShell>
  );
}
