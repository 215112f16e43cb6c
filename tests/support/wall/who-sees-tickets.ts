import { type ReadRule, type ReadRules, sees } from '@/tests/support/wall/read-rules';
import {
  any,
  isMyAttachment,
  isMyTicket,
  isNoMoney,
  mine,
  ofMyTenant,
  seesRecord,
} from '@/tests/support/wall/row-rules';
import type { TableName } from '@/tests/support/wall/world';
import { both } from '@/tests/support/wall/write-rules';

// The read rules of tickets (see who-sees-what.ts).

const team = <T extends TableName>(rule: ReadRule<T>) => ({ staff: rule, admin: rule });

export const whoSeesTickets = {
  support_tickets: {
    says: 'client_user_id = me.',
    client: sees(isMyTicket, { except: ['openedById', 'assigneeName', 'firstAnsweredAt', 'updatedAt'] }),
    ...team(sees<'support_tickets'>(ofMyTenant)),
    definer: sees(any, {
      only: [
        ...(['id', 'tenantId', 'clientId', 'clientUserId', 'clientUserName', 'projectId'] as const),
        ...(['number', 'subject', 'status', 'assigneeId', 'searchText', 'body', 'createdAt'] as const),
        ...(['lastActivityAt', 'askedAt', 'answeredAt', 'waitingSince'] as const),
      ],
    }),
  },
  ticket_messages: {
    says: 'Those of my tickets, of both sides.',
    client: sees(isMyTicket),
    ...team(sees<'ticket_messages'>(ofMyTenant)),
    definer: sees(any, {
      only: ['id', 'tenantId', 'ticketId', 'clientUserId', 'searchText', 'body', 'createdAt'],
    }),
  },
  ticket_notes: {
    says: 'Internal: only staff see them.',
    ...team(sees<'ticket_notes'>(ofMyTenant)),
    definer: sees(any, { only: ['id', 'tenantId', 'ticketId', 'searchText', 'body', 'createdAt'] }),
  },
  ticket_attachments: {
    says: 'Those of my tickets, but none of an internal note.',
    client: sees(isMyAttachment),
    ...team(sees<'ticket_attachments'>(ofMyTenant)),
  },
  ticket_reads: {
    says: 'How far I have read; nobody else looks.',
    client: sees(both(mine, isMyTicket)),
    ...team(sees<'ticket_reads'>(both(mine, ofMyTenant))),
    definer: sees(any, { only: ['ticketId', 'userId', 'readAt'] }),
  },
  ticket_topics: {
    says: 'With my ticket, while I see the record that it asks about; staff see none of money.',
    client: sees(both(isMyTicket, seesRecord)),
    staff: sees(both(ofMyTenant, isNoMoney)),
    admin: sees(ofMyTenant),
  },
  support_settings: {
    says: 'Within how many hours the business means to answer; not for clients.',
    ...team(sees<'support_settings'>(ofMyTenant)),
  },
} satisfies Partial<ReadRules>;
