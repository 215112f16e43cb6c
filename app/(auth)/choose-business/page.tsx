import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { chooseBusinessAction } from '@/app/(auth)/actions';
import { titled } from '@/app/(auth)/titled';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { AuthShell } from '@/components/layout/auth-shell';
import { TextLink } from '@/components/ui/text-link';
import { findChoices } from '@/lib/auth/business-choice';
import { ticketCookie } from '@/lib/auth/cookies';
import { pageFace } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

type Props = { searchParams: Promise<{ return_to?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return titled((await getTranslations('auth.business'))('title'), await pageFace());
}

/** The second step of a sign-in whose address and password are those of several accounts. A form each, so that no script is needed. */
export default async function ChooseBusinessPage({ searchParams }: Props) {
  const wanted = [(await searchParams).return_to ?? ''].flat()[0] ?? '';
  const choices = await findChoices(await ticketCookie());
  if (choices === null) redirect(paths.signIn(wanted));

  const [t, type] = await Promise.all([getTranslations('auth.business'), getTranslations('terms.userType')]);
  return (
    <AuthShell
      title={t('title')}
      lead={t('lead')}
      face={await pageFace()}
      footer={<TextLink href={paths.signIn(wanted)}>{t('back')}</TextLink>}
    >
      <ul className="space-y-3">
        {choices.map(({ accountId, business, userType }) => (
          <li key={accountId}>
            <Form action={chooseBusinessAction} hidden={{ accountId, returnTo: wanted }} doneMessage={null}>
              <SubmitButton look="secondary" className="w-full">
                {business === null ? type(userType) : t('as', { business, type: type(userType) })}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </AuthShell>
  );
}
