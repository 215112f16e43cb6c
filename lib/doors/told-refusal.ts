import { countRefusal } from '@/lib/audit/refusal-rate';
import type { Actor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import type { AppError } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { log } from '@/lib/log';

/**
 * Counts an error by which a person was refused a record or an action, and tells the audit trail when there are many within an hour.
 * A look as somebody writes nothing. The answer to the person does not depend on it: an error here is logged.
 */
export async function tellRefusal(error: AppError, actor: Actor | null): Promise<void> {
  if (!actor || (error.code !== 'NOT_FOUND' && error.code !== 'FORBIDDEN')) return;
  const { kind }: { kind: string } = actor.via;
  if (kind === 'on_behalf') return;
  const count = countRefusal(actor.userId);
  if (count === null) return;
  try {
    const event = { name: 'user.refused', recordId: actor.userId, facts: { count } } as const;
    await write(actor, (db) => recordEvent(db, actor, event));
  } catch (cause) {
    log().error({ err: cause, actorId: actor.userId }, 'a refusal is missing from the audit trail');
  }
}
