import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { Keep } from '@/lib/storage/keep';
import type { SpooledFile } from '@/lib/storage/spool';
import { withoutMetadata } from '@/lib/storage/strip-metadata';
import { openTicket, openTicketFor } from '@/lib/support/opening/commands';
import type { OpenTicketForInput, OpenTicketInput } from '@/lib/support/opening/schemas';
import { getTicket } from '@/lib/support/queries';
import { answerTicket, replyToTicket } from '@/lib/support/replies/commands';
import type { AnswerInput, ReplyInput } from '@/lib/support/replies/schemas';
import type { TeamTicketDetail, TicketDetail, TicketMessage } from '@/lib/support/schemas';
import { getTeamTicket } from '@/lib/support/team-queries';
import { getMessage } from '@/lib/support/thread/queries';

/** The most files that one message carries. */
export const mostFiles = 10;

/** Pictures are kept without their place and camera. */
const cleaned = (sent: readonly SpooledFile[]) => Promise.all(sent.map((file) => withoutMetadata(file, 'attachments')));

/** Opens a ticket with files, all or nothing. Throws the errors of openTicket, and VALIDATION for a picture that cannot be read. */
export async function openWithFiles(
  sent: readonly SpooledFile[],
  input: OpenTicketInput,
  actor: ClientActor,
  keep: Keep<TicketDetail>,
): Promise<TicketDetail> {
  return keep(await cleaned(sent), async (db, ids) => {
    const { id } = await openTicket(db, input, actor, ids);
    return getTicket(db, { id }, actor);
  });
}

/** Opens a ticket for a person of a client with files, all or nothing. Throws the errors of openTicketFor. */
export async function openForWithFiles(
  sent: readonly SpooledFile[],
  input: OpenTicketForInput,
  actor: TeamActor,
  keep: Keep<TeamTicketDetail>,
): Promise<TeamTicketDetail> {
  return keep(await cleaned(sent), async (db, ids) => {
    const { id } = await openTicketFor(db, input, actor, ids);
    return getTeamTicket(db, { id }, actor);
  });
}

/** Writes on an own ticket with files, all or nothing. Throws the errors of replyToTicket. */
export async function replyWithFiles(
  sent: readonly SpooledFile[],
  input: ReplyInput,
  actor: ClientActor,
  keep: Keep<TicketMessage>,
): Promise<TicketMessage> {
  return keep(await cleaned(sent), async (db, ids) => {
    const { id: messageId } = await replyToTicket(db, input, actor, ids);
    return getMessage(db, { id: input.id, messageId }, { notes: false });
  });
}

/** Answers or notes a ticket with files, all or nothing. Throws the errors of answerTicket. */
export async function answerWithFiles(
  sent: readonly SpooledFile[],
  input: AnswerInput,
  actor: TeamActor,
  keep: Keep<TicketMessage>,
): Promise<TicketMessage> {
  return keep(await cleaned(sent), async (db, ids) => {
    const { id: messageId } = await answerTicket(db, input, actor, ids);
    return getMessage(db, { id: input.id, messageId }, { notes: true });
  });
}
