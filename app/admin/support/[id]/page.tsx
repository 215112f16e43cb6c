import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import {
  answerTicketAction,
  changeTicketAction,
  closeTicketAction,
  markTicketReadAction,
  reopenTicketAction,
  takeTicketAction,
} from '@/app/admin/support/actions';
import { WhoSees } from '@/components/explain/who-sees';
import { ActionButton } from '@/components/forms/action-button';
import { RefreshOn } from '@/components/live/refresh-on';
import { AnswerBox } from '@/components/support/answer-box';
import { HandlingForm } from '@/components/support/handling-form';
import { TicketKeys } from '@/components/support/inbox-keys';
import { MarkRead } from '@/components/support/mark-read';
import { Thread } from '@/components/support/thread';
import { TicketFacts } from '@/components/support/ticket-facts';
import { TopicCard } from '@/components/support/topic-card';
import { TeamTurnMark } from '@/components/support/turn-mark';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';
import { ticketEdit } from '@/lib/support/handling/checks';
import { ticketNumber } from '@/lib/support/rule';
import { getFilledReply, listReplyNames } from '@/lib/support/saved-replies/team-queries';
import { teamThreadFilter } from '@/lib/support/schemas';
import { getTargets } from '@/lib/support/settings/team-queries';
import { getTeamTicket, listTeam } from '@/lib/support/team-queries';
import { mostFiles } from '@/lib/support/uploads';

type Props = PageProps<'/admin/support/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string, before: string | undefined, reply: string | undefined) => {
  const me = await forPage(teamMember);
  const read = await readPage(me, async (db) => ({
    ticket: await getTeamTicket(db, { id, before }, me),
    team: await listTeam(db),
    replies: await listReplyNames(db),
    targets: await getTargets(db, me),
    filled: reply ? await getFilledReply(db, { id, replyId: reply }, me) : null,
  }));
  return { me, ...read };
});

async function loadPage({ params, searchParams }: Props) {
  const [id, { before, reply }] = await Promise.all([pageId(params), pageFilter(teamThreadFilter, searchParams)]);
  return { ...(await load(id, before, reply)), before };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number, subject } = (await loadPage(props)).ticket;
  return { title: `${ticketNumber(number)} ${subject}` };
}

export default async function TicketPage(props: Props) {
  const { me, ticket, team, replies, targets, filled, before } = await loadPage(props);
  const [words, t] = await Promise.all([getTranslations('support'), getTranslations('support.team')]);
  const { id, messages, about, status, assigneeId } = ticket;
  const address = paths.admin.ticket(id);
  const spoken = messages.filter(({ isInternal }) => !isInternal);
  const last = spoken.at(-1)?.id ?? id;
  const { timeZone } = me.tenant;
  return (
    <>
      <PageHeader
        title={ticket.subject}
        trail={[{ href: paths.admin.support, label: words('inbox.title') }]}
        eyebrow={`${words('show.number', { number: ticketNumber(ticket.number) })} · ${ticket.clientName}`}
        badge={<TeamTurnMark ticket={ticket} />}
        actions={
          <>
            {assigneeId !== me.userId && (
              <ActionButton action={takeTicketAction} hidden={{ id }} doneMessage={t('taken')}>
                {t('take')}
              </ActionButton>
            )}
            {status === 'closed' ? (
              <ActionButton action={reopenTicketAction} hidden={{ id }} doneMessage={t('reopened')}>
                {t('reopen')}
              </ActionButton>
            ) : (
              <ActionButton action={closeTicketAction} hidden={{ id }} doneMessage={t('closed')}>
                {t('close')}
              </ActionButton>
            )}
          </>
        }
      />
      <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          {about && <TopicCard topic={about} area="admin" className="mb-8 max-w-form" />}
          <Thread
            ticketId={id}
            messages={messages}
            area="admin"
            timeZone={timeZone}
            earlierHref={ticket.hasEarlier ? withQuery(address, { before: messages[0]?.id }) : null}
            latestHref={before ? address : null}
          />
          {!before && (
            <AnswerBox
              ticket={ticket}
              last={last}
              action={answerTicketAction}
              address={paths.files.replyToTicket('admin', id)}
              replies={replies}
              filled={filled}
              accept={acceptOf('attachment')}
              mostFiles={mostFiles}
              maxBytes={uploadKinds.attachment.maxBytes}
            />
          )}
          <RefreshOn records={[id]} />
          {ticket.isUnread && !before && <MarkRead id={id} messageId={last} action={markTicketReadAction} />}
          <TicketKeys />
        </div>
        <aside className="space-y-10">
          <TicketFacts ticket={ticket} targets={targets} now={new Date()} timeZone={timeZone} />
          {me.userType === 'admin' && <WhoSees type="ticket" id={id} />}
          <Section title={t('handle')} className="!mt-0">
            <HandlingForm
              ticket={ticket}
              team={team}
              action={changeTicketAction}
              version={ticketEdit.version(ticket)}
            />
          </Section>
        </aside>
      </div>
    </>
  );
}
