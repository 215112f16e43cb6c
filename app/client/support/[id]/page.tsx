import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { markTicketReadAction, replyToTicketAction } from '@/app/client/support/actions';
import { Messages } from '@/components/layout/messages';
import { RefreshOn } from '@/components/live/refresh-on';
import { Composer } from '@/components/support/composer';
import { MarkRead } from '@/components/support/mark-read';
import { PlainFiles } from '@/components/support/plain-files';
import { Thread } from '@/components/support/thread';
import { TopicCard } from '@/components/support/topic-card';
import { TurnMark } from '@/components/support/turn-mark';
import { PageHeader } from '@/components/ui/page-header';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';
import { getTicket } from '@/lib/support/queries';
import { ticketNumber } from '@/lib/support/rule';
import { threadFilter } from '@/lib/support/schemas';
import { mostFiles } from '@/lib/support/uploads';

type Props = PageProps<'/client/support/[id]'>;

/** The keyboard of a phone makes the page shorter, so that the composer stands above it. */
export const viewport: Viewport = { interactiveWidget: 'resizes-content' };

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string, before: string | undefined) => {
  const me = await forPage(clientUser);
  return { me, ticket: await readPage(me, (db) => getTicket(db, { id, before }, me)) };
});

async function loadPage({ params, searchParams }: Props) {
  const [id, { before }] = await Promise.all([pageId(params), pageFilter(threadFilter, searchParams)]);
  return { ...(await load(id, before)), before };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number, subject } = (await loadPage(props)).ticket;
  return { title: `${ticketNumber(number)} ${subject}` };
}

export default async function ClientTicketPage(props: Props) {
  const { me, ticket, before } = await loadPage(props);
  const [t, reply] = await Promise.all([getTranslations('support'), getTranslations('support.reply')]);
  const { id, messages, about, status } = ticket;
  const address = paths.client.ticket(id);
  const last = messages.at(-1)?.id ?? id;
  const own = messages.findLast(({ byClient }) => byClient)?.id ?? id;
  const files = {
    ...{ accept: acceptOf('attachment'), mostFiles, maxBytes: uploadKinds.attachment.maxBytes },
    address: paths.files.replyToTicket('client', id),
  };
  return (
    <div className="max-w-page">
      <PageHeader
        title={ticket.subject}
        trail={[{ href: paths.client.support, label: t('title') }]}
        eyebrow={[t('show.number', { number: ticketNumber(ticket.number) }), ticket.projectName]
          .filter(Boolean)
          .join(' · ')}
        badge={<TurnMark ticket={ticket} tenantName={me.tenant.name} />}
      />
      {about && <TopicCard topic={about} area="client" className="mb-8 max-w-form" />}
      <Thread
        ticketId={id}
        messages={messages}
        area="client"
        timeZone={me.tenant.timeZone}
        earlierHref={ticket.hasEarlier ? withQuery(address, { before: messages[0]?.id }) : null}
        latestHref={before ? address : null}
      />
      <RefreshOn records={[id]} />
      {ticket.isUnread && !before && <MarkRead id={id} messageId={last} action={markTicketReadAction} />}
      {!before && (
        <div className="composer [&_textarea]:min-h-13">
          {status === 'closed' && <p className="mb-3 text-sm text-ink-soft">{reply('reopens')}</p>}
          <Messages for={['support.reply', 'support.files']}>
            <Composer
              key={own}
              action={replyToTicketAction}
              hidden={{ id, seenMessageId: last }}
              label={reply('title')}
              placeholder={reply('placeholder')}
              submit={reply('send')}
              {...files}
            />
          </Messages>
          <PlainFiles seen={last} label={reply('title')} submit={reply('send')} {...files} />
        </div>
      )}
    </div>
  );
}
