import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { stopMailsAction } from '@/app/(auth)/actions';
import { LinkEnded } from '@/app/(auth)/link-ended';
import { titled } from '@/app/(auth)/titled';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { AuthShell } from '@/components/layout/auth-shell';
import { TextLink } from '@/components/ui/text-link';
import { pageFace, pageStop } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const stop = await pageStop((await params).token);
  return titled((await getTranslations('auth.stop'))('title'), await pageFace(stop?.business));
}

/** Ends the mails with news, by the link in one of them. Opening it changes nothing: programs that check links open it too. */
export default async function StopMailsPage({ params }: Props) {
  const { token } = await params;
  const stop = await pageStop(token);
  const face = await pageFace(stop?.business);
  if (!stop) return <LinkEnded state="unknown" face={face} />;
  const t = await getTranslations('auth.stop');
  const { email, stopped } = stop;
  const footer = <TextLink href={face ? paths.signInTo(face.slug) : paths.signIn()}>{t('open')}</TextLink>;
  return (
    <AuthShell
      title={stopped ? t('doneTitle') : t('title')}
      lead={stopped ? t('doneLead', { email }) : t('lead', { email })}
      face={face}
      footer={footer}
    >
      {stopped ? (
        <p className="text-ink-soft">{t('doneNote')}</p>
      ) : (
        <Form action={stopMailsAction} hidden={{ token }} doneMessage={null}>
          <p className="text-ink-soft">{t('note')}</p>
          <SubmitButton>{t('submit')}</SubmitButton>
        </Form>
      )}
    </AuthShell>
  );
}
