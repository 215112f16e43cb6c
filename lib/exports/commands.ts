import { v7 as uuidv7 } from 'uuid';
import type { AdminActor, ClientActor } from '@/lib/authz/actor';
import { portalRefusal } from '@/lib/authz/portal-access';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, conflict, invalid, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { mostPerDay } from '@/lib/exports/rule';
import type { RequestHandoverInput } from '@/lib/exports/schemas';

type Made = { id: string };

/**
 * A person of a client asks for everything that they may see, which the worker then makes. Throws CONFLICT while one is being made,
 * TOO_MANY_TRIES after `mostPerDay` within a day.
 */
export function requestExport(db: WriteDb, _input: unknown, actor: ClientActor): Promise<Made> {
  const of = { clientId: actor.clientId, userId: actor.userId };
  return ask(db, of, actor, (recordId) => recordEvent(db, actor, { name: 'export.requested', recordId, facts: of }));
}

/**
 * An admin asks for an archive of the whole business, which the worker then makes. Throws CONFLICT while one is being made, whoever asked,
 * TOO_MANY_TRIES after `mostPerDay` within a day.
 */
export function requestBusinessExport(db: WriteDb, _input: unknown, actor: AdminActor): Promise<Made> {
  return ask(db, { clientId: null, userId: null }, actor, (recordId) =>
    recordEvent(db, actor, { name: 'business_export.requested', recordId, facts: {} }),
  );
}

/**
 * An admin asks for what a person of a client may see, to hand it over. Throws NOT_FOUND for an unknown client, VALIDATION on `userId`
 * for somebody else or without access to the portal, and as requestExport.
 */
export async function requestHandover(
  db: WriteDb,
  { id: clientId, userId }: RequestHandoverInput,
  actor: AdminActor,
): Promise<Made> {
  const { isActive } = orNotFound(await db.client.findUnique({ where: { id: clientId }, select: { isActive: true } }));
  const person = await db.user.findUnique({
    where: { id: userId, clientId, userType: 'client' },
    select: { isActive: true, clientPortalEnabled: true },
  });
  if (!person) throw invalid({ userId: 'unknownPerson' });
  const { clientPortalEnabled: portalEnabled } = person;
  const refusal = person.isActive ? portalRefusal({ portalEnabled, clientId, clientActive: isActive }) : 'userInactive';
  if (refusal) throw invalid({ userId: 'personWithoutAccess' });
  return ask(db, { clientId, userId }, actor, (recordId) =>
    recordEvent(db, actor, { name: 'export.requested', recordId, facts: { clientId, userId } }),
  );
}

async function ask(
  db: WriteDb,
  about: { clientId: string | null; userId: string | null },
  actor: ClientActor | AdminActor,
  record: (id: string) => Promise<void>,
): Promise<Made> {
  const { tenantId, userId: askedById, name } = actor;
  const { clientId, userId } = about;
  // Two at once would both find none at work.
  const lock = clientId === null ? `export ${tenantId}` : `export ${askedById} ${clientId}`;
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
  const mine = clientId === null ? { clientId } : { askedById, clientId };
  const since = new Date(Date.now() - 24 * 3_600_000);
  const recent = await db.clientExport.findMany({
    where: { ...mine, createdAt: { gt: since } },
    select: { state: true },
    take: mostPerDay,
  });
  const open = await db.clientExport.findFirst({
    where: { ...mine, state: { in: ['waiting', 'working'] } },
    select: { id: true },
  });
  if (open) throw conflict('exportRunning');
  if (recent.length >= mostPerDay)
    throw new AppError('TOO_MANY_TRIES', { reason: { key: 'exportsPerDay', params: { count: mostPerDay } } });
  const id = uuidv7();
  // Prisma would name the state, which only the worker may write. A trigger adds the job.
  await db.$executeRaw`
    insert into client_exports (id, tenant_id, client_id, user_id, asked_by_id, asked_by_name)
    values (${id}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${userId}::uuid, ${askedById}::uuid, ${name})`;
  await record(id);
  return { id };
}
