import { useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { FoldOut } from '@/components/forms/fold-out';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextAreaField } from '@/components/forms/text-area-field';
import { UntilDone } from '@/components/forms/until-done';
import { Messages } from '@/components/layout/messages';
import { LinkButton } from '@/components/ui/link-button';
import { OneTimeLink } from '@/components/users/one-time-link';
import type { InboxItem } from '@/lib/dashboard/inbox/schemas';
import type { FormAction } from '@/lib/forms/form-state';
import { paths, withQuery } from '@/lib/paths';
import type { UserLink } from '@/lib/users/schemas';

/** The actions behind the steps; those of money and people are the admins'. */
export type InboxActions = Record<
  'answer' | 'confirm' | 'setPercent' | 'moveDocument' | 'publishUpdate',
  FormAction
> & {
  createLink: FormAction<UserLink>;
};

/** The step that ends the waiting of an item, in place where one press or a few words do it. */
export function InboxStep({ item, actions }: { item: InboxItem; actions: InboxActions }) {
  const t = useTranslations('inbox');
  const { kind, id, projectId, clientId, percent } = item;
  const project = projectId ?? '';
  if (kind === 'ticket') return <Reply item={item} action={actions.answer} />;
  if (kind === 'invitation')
    return (
      <Form action={actions.createLink} hidden={{ id }} doneMessage={null} className="max-w-none">
        <UntilDone>
          <SubmitButton look="secondary" size="small">
            {t('do.invite')}
          </SubmitButton>
        </UntilDone>
        <Messages for={['users.link.made']}>
          <OneTimeLink />
        </Messages>
      </Form>
    );
  if (kind === 'claim')
    return (
      <span className="flex flex-wrap gap-2">
        <LinkButton href={paths.admin.paymentClaim(id)} size="small" look="quiet">
          {t('do.look')}
        </LinkButton>
        <ActionButton action={actions.confirm} hidden={{ id }} size="small" renews doneMessage={t('done.confirm')}>
          {t('do.confirm')}
        </ActionButton>
      </span>
    );
  if (kind === 'phase') {
    const hidden = { id: project, phaseId: id };
    return (
      <ActionButton
        action={actions.setPercent}
        hidden={{ ...hidden, percent: '100' }}
        undo={{ ...hidden, percent: String(percent ?? 0) }}
        size="small"
        renews
        doneMessage={t('done.complete')}
      >
        {t('do.complete')}
      </ActionButton>
    );
  }
  if (kind === 'document') return <DocumentStep item={item} action={actions.moveDocument} />;
  if (kind === 'draft')
    return (
      <ActionButton
        action={actions.publishUpdate}
        hidden={{ id: project, updateId: id }}
        size="small"
        renews
        doneMessage={t('done.publishUpdate')}
      >
        {t('do.publish')}
      </ActionButton>
    );
  return (
    <LinkButton
      href={
        kind === 'invoice'
          ? withQuery(paths.admin.payments.new, { client: clientId, invoice: id })
          : paths.admin.projects.invoices(project)
      }
      size="small"
    >
      {t(kind === 'invoice' ? 'do.pay' : 'do.bill')}
    </LinkButton>
  );
}

function Reply({ item: { id, messageId, personName }, action }: { item: InboxItem; action: FormAction }) {
  const t = useTranslations('inbox.do');
  return (
    <Form
      key={messageId}
      action={action}
      hidden={{ id, seenMessageId: messageId ?? id }}
      doneMessage={null}
      className="max-w-none"
    >
      <FoldOut title={t('reply')} names={['body']}>
        <TextAreaField
          name="body"
          label={t('message', { name: personName ?? '' })}
          required
          rows={3}
          maxLength={20_000}
        />
        <SubmitButton size="small">{t('send')}</SubmitButton>
      </FoldOut>
    </Form>
  );
}

function DocumentStep({ item, action }: { item: InboxItem; action: FormAction }) {
  const t = useTranslations('inbox');
  const { id, status, number, allowed } = item;
  const step = status === 'approved' ? ('publish' as const) : ('approve' as const);
  const to = step === 'publish' ? 'published' : 'approved';
  if (!allowed.includes(to)) return <span className="text-sm text-ink-faint">{t('fact.own')}</span>;
  const hidden = { id, to, from: status ?? '', version: String(number ?? 1) };
  return (
    <ActionButton action={action} hidden={hidden} size="small" renews doneMessage={t(`done.${step}`)}>
      {t(`do.${step}`)}
    </ActionButton>
  );
}
