import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { forgotPasswordAction } from '@/app/(auth)/actions';
import { titled } from '@/app/(auth)/titled';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { AuthShell } from '@/components/layout/auth-shell';
import { TextLink } from '@/components/ui/text-link';
import { pageFace } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return titled((await getTranslations('auth.forgot'))('title'), await pageFace());
}

type Props = { searchParams: Promise<{ sent?: string | string[] }> };

/** Has a link for a new password mailed. Without a mail server it explains how to get one. */
export default async function ForgotPasswordPage({ searchParams }: Props) {
  const [t, face, { sent }] = await Promise.all([getTranslations('auth.forgot'), pageFace(), searchParams]);
  const footer = <TextLink href={face ? paths.signInTo(face.slug) : paths.signIn()}>{t('back')}</TextLink>;
  if (!env().mail.smtp)
    return (
      <AuthShell
        title={t('title')}
        lead={face ? t('leadBusiness', { tenant: face.name }) : t('lead')}
        face={face}
        footer={footer}
      >
        <div className="space-y-4">
          <p>{t('client')}</p>
          <p>{t('team')}</p>
          <p className="text-ink-soft">{t('note')}</p>
        </div>
      </AuthShell>
    );
  if (sent !== undefined)
    return (
      <AuthShell title={t('sentTitle')} lead={t('sentLead')} face={face} footer={footer}>
        <div className="space-y-4">
          <p>{t('sentWhere')}</p>
          <p className="text-ink-soft">{t('note')}</p>
          <p>
            <TextLink href={paths.forgotPassword}>{t('again')}</TextLink>
          </p>
        </div>
      </AuthShell>
    );
  return (
    <AuthShell title={t('title')} lead={t('mailLead')} face={face} footer={footer}>
      <Form action={forgotPasswordAction} hidden={face ? { business: face.slug } : {}} doneMessage={null}>
        <TextField
          name="email"
          type="email"
          label={(await getTranslations('auth'))('email')}
          autoComplete="username"
          required
        />
        <SubmitButton className="w-full">{t('submit')}</SubmitButton>
      </Form>
    </AuthShell>
  );
}
