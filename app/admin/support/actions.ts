'use server';

import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { ticketEdit } from '@/lib/support/handling/checks';
import { changeTicket, closeTicket, reopenTicket, takeTicket } from '@/lib/support/handling/commands';
import { changeTicketInput, ticketStep } from '@/lib/support/handling/schemas';
import { openTicketFor } from '@/lib/support/opening/commands';
import { openTicketForInput } from '@/lib/support/opening/schemas';
import { markTicketRead } from '@/lib/support/reads/commands';
import { markReadInput } from '@/lib/support/reads/schemas';
import { answerTicket } from '@/lib/support/replies/commands';
import { answerInput } from '@/lib/support/replies/schemas';

export const openTicketForAction = defineAction({
  guard: teamMember,
  input: openTicketForInput,
  run: openTicketFor,
  redirectTo: ({ id }) => paths.admin.ticket(id),
  once: true,
});

export const answerTicketAction = defineAction({ guard: teamMember, input: answerInput, run: answerTicket });

export const changeTicketAction = defineAction({
  guard: teamMember,
  input: changeTicketInput,
  edits: ticketEdit,
  run: changeTicket,
});

export const closeTicketAction = defineAction({ guard: teamMember, input: ticketStep, run: closeTicket });

export const reopenTicketAction = defineAction({ guard: teamMember, input: ticketStep, run: reopenTicket });

export const takeTicketAction = defineAction({ guard: teamMember, input: ticketStep, run: takeTicket });

export const markTicketReadAction = defineAction({
  guard: teamMember,
  input: markReadInput,
  run: markTicketRead,
  refreshes: false,
});
