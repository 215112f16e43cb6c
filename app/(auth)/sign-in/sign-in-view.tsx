import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { forgetBusinessAction, signInAction } from '@/app/(auth)/actions';
import { Form } from '@/components/forms/form';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { AuthShell } from '@/components/layout/auth-shell';
import { Alert } from '@/components/ui/alert';
import { TextLink, textLinkClass } from '@/components/ui/text-link';
import { landingFor } from '@/lib/auth/landing';
import { pageVisitor } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import type { Face } from '@/lib/tenants/face/schemas';

type Text = string | string[] | undefined;

/** `return_to` is set by the portal, `callbackUrl` and `error` by next-auth's endpoints. */
export type SignInQuery = { return_to?: Text; callbackUrl?: Text; error?: Text };

/** The address that the visitor asked for; empty for none. */
export function wantedOf({ return_to, callbackUrl }: SignInQuery): string {
  return [return_to ?? callbackUrl ?? ''].flat()[0] ?? '';
}

type Props = { face: Face | null; wanted: string; failed: boolean };

/** The sign-in, in the face of a business or without one. Redirects a person who is signed in. */
export async function SignInView({ face, wanted, failed }: Props) {
  // An inactive user stays here to sign in with another account: a redirect would loop.
  const { identity } = await pageVisitor();
  if (identity?.isActive) redirect(landingFor(identity.userType, wanted, env().url));

  const [t, reason] = await Promise.all([getTranslations('auth'), getTranslations('errors.reason')]);
  const footer = (
    <div className="space-y-3">
      <p>
        <TextLink href={paths.forgotPassword}>{t('signIn.forgot')}</TextLink>
      </p>
      {face && (
        <form action={forgetBusinessAction}>
          <input type="hidden" name="returnTo" value={wanted} />
          <button type="submit" className={textLinkClass}>
            {t('signIn.otherBusiness')}
          </button>
        </form>
      )}
    </div>
  );
  return (
    <AuthShell title={t('signIn.title')} face={face} footer={footer}>
      {failed && (
        <Alert tone="bad" className="mb-6">
          {reason('signInFailed')}
        </Alert>
      )}
      <Form
        action={signInAction}
        hidden={{ returnTo: wanted, ...(face && { business: face.slug }) }}
        doneMessage={null}
      >
        <TextField name="email" type="email" label={t('email')} autoComplete="username" required />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
        <SubmitButton className="w-full">{t('signIn.submit')}</SubmitButton>
      </Form>
    </AuthShell>
  );
}
