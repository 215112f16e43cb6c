import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/components/forms/submit-button';
import { Messages } from '@/components/layout/messages';
import { Composer } from '@/components/support/composer';
import type { FileRules } from '@/components/support/file-picker';
import { PlainFiles } from '@/components/support/plain-files';
import { ReplyInsert } from '@/components/support/reply-insert';
import { buttonClass } from '@/components/ui/button';
import type { FormAction } from '@/lib/forms/form-state';
import type { FilledReply } from '@/lib/support/saved-replies/schemas';
import type { TeamTicketDetail } from '@/lib/support/schemas';

type Props = FileRules & {
  ticket: TeamTicketDetail;
  /** The last message, which the answer must not cross. */
  last: string;
  action: FormAction;
  address: string;
  replies: readonly { id: string; name: string }[];
  filled: FilledReply | null;
};

/** Where the team answers a ticket, and where it leaves a note for itself. */
export function AnswerBox({ ticket, last, action, address, replies, filled, ...rules }: Props) {
  const t = useTranslations('support.team');
  const { id, messages, status } = ticket;
  const own = messages.findLast(({ byClient, isInternal }) => !byClient && !isInternal)?.id ?? id;
  const note = messages.findLast(({ isInternal }) => isInternal)?.id ?? id;
  const label = t('answerTo', { name: ticket.clientUserName });
  const texts = { label: t('insert'), insert: t('insertDo'), failed: t('inserting') };
  return (
    <Messages for={['support.reply', 'support.files']}>
      <div id="answer" className="mt-10 scroll-mt-24 print:hidden">
        <ReplyInsert ticketId={id} replies={replies} into="answer" texts={texts} />
        <Composer
          key={`${own} ${filled?.id ?? ''}`}
          action={action}
          address={address}
          hidden={{ id, seenMessageId: last }}
          label={label}
          submit={t('send')}
          {...(filled && { defaultValue: filled.body })}
          {...rules}
          further={
            status !== 'closed' && (
              <SubmitButton look="secondary" name="close" value="true">
                {t('sendAndClose')}
              </SubmitButton>
            )
          }
        />
      </div>
      <PlainFiles address={address} seen={last} label={label} submit={t('send')} {...rules} />
      <details id="note" className="mt-8 scroll-mt-24 print:hidden">
        <summary className={buttonClass('quiet')}>{t('note')}</summary>
        <div className="mt-3 rounded-card bg-warn-soft p-5">
          <Composer
            key={note}
            action={action}
            address={address}
            hidden={{ id, isInternal: 'true' }}
            label={t('noteFor')}
            submit={t('keep')}
            {...rules}
          />
        </div>
      </details>
    </Messages>
  );
}
