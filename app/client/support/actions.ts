'use server';

import { clientUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { openTicket } from '@/lib/support/opening/commands';
import { openTicketInput } from '@/lib/support/opening/schemas';
import { markTicketRead } from '@/lib/support/reads/commands';
import { markReadInput } from '@/lib/support/reads/schemas';
import { replyToTicket } from '@/lib/support/replies/commands';
import { replyInput } from '@/lib/support/replies/schemas';

export const openTicketAction = defineAction({
  guard: clientUser,
  input: openTicketInput,
  run: openTicket,
  redirectTo: ({ id }) => paths.client.ticket(id),
  once: true,
});

export const replyToTicketAction = defineAction({ guard: clientUser, input: replyInput, run: replyToTicket });

export const markTicketReadAction = defineAction({
  guard: clientUser,
  input: markReadInput,
  run: markTicketRead,
  refreshes: false,
});
