import { getTranslations } from 'next-intl/server';
import { IssuedToken, type NewToken } from '@/components/account/issued-token';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Messages } from '@/components/layout/messages';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  /** The live address, one at most; `lastUsed` is a formatted date. */
  addresses: readonly { id: string; lastUsed: string | null }[];
  create: FormAction<NewToken>;
  revoke: FormAction;
};

/** The private address of a person's calendar: made, shown once, replaced and revoked. */
export async function CalendarAddress({ addresses, create, revoke }: Props) {
  const t = await getTranslations('auth.account.calendar');
  return (
    <>
      {addresses.map(({ id, lastUsed }) => (
        <div key={id} className="mb-6 flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-soft">{lastUsed ? t('fetched', { date: lastUsed }) : t('notFetched')}</p>
          <ConfirmButton
            action={revoke}
            hidden={{ tokenId: id }}
            size="small"
            title={t('revokeTitle')}
            description={t('revokeText')}
            confirm={t('revoke')}
            doneMessage={t('revoked')}
          >
            {t('revoke')}
          </ConfirmButton>
        </div>
      ))}
      <Form action={create} doneMessage={null}>
        <Messages for={['auth.account.tokens.created']}>
          <IssuedToken />
        </Messages>
        <SubmitButton look="secondary">{addresses.length > 0 ? t('replace') : t('create')}</SubmitButton>
      </Form>
    </>
  );
}
