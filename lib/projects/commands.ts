import type { TeamActor } from '@/lib/authz/actor';
import { endsBeforeStart, fromColumn, toColumn } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { type FieldMessage, invalid, orNotFound } from '@/lib/errors';
import { recordEvent, recordEvents } from '@/lib/events/record';
import { fromDecimal } from '@/lib/money';
import { clientFor, requireContact, writingContact } from '@/lib/projects/checks';
import type { ChangeProjectInput, CreateProjectInput, TeamProjectDetail } from '@/lib/projects/schemas';
import { getTeamProject } from '@/lib/projects/team-queries';
import { withoutUndefined } from '@/lib/without-undefined';

/** Creates a project for a client, with its primary contact where named. Throws VALIDATION. */
export async function createProject(
  db: WriteDb,
  input: CreateProjectInput,
  actor: TeamActor,
): Promise<TeamProjectDetail> {
  const client = await clientFor(db, input, actor);
  const { tenantId } = actor;
  const data = { ...columnsOf(input, client.currency), name: input.name, tenantId, clientId: client.id };
  const { id } = await writingContact(db.project.create({ data, select: { id: true } }));
  await recordEvent(db, actor, { name: 'project.created', recordId: id, facts: { ...input, clientId: client.id } });
  return getTeamProject(db, { id });
}

/** Changes the named fields of a project; its client stays. Throws NOT_FOUND, VALIDATION. */
export async function changeProject(
  db: WriteDb,
  { id, clientId, ...change }: ChangeProjectInput,
  actor: TeamActor,
): Promise<TeamProjectDetail> {
  const columns = { clientId: true, status: true, startsOn: true, endsOn: true } as const;
  const select = { ...columns, client: { select: { currency: true } } } as const;
  const before = orNotFound(await db.project.findUnique({ where: { id }, select }));
  const was = await getTeamProject(db, { id });
  if (clientId && clientId !== before.clientId) throw invalid({ clientId: 'clientFixed' });
  if (change.clientUserId) await requireContact(db, change.clientUserId, before.clientId, actor);
  const dates = { startsOn: fromColumn(before.startsOn), endsOn: fromColumn(before.endsOn) };
  const data = columnsOf(change, before.client.currency, dates);
  await writingContact(db.project.update({ where: { id }, data, select: { id: true } }));
  const ofClient = { clientId: before.clientId };
  const { status: from } = before;
  const { status: to = from } = change;
  await recordEvents(db, actor, [
    { name: 'project.changed', recordId: id, facts: { ...change, ...ofClient }, was },
    ...(from === to
      ? []
      : [{ name: 'project.status_changed', recordId: id, facts: { ...ofClient, from, to } } as const]),
  ]);
  return getTeamProject(db, { id });
}

type ProjectChange = Omit<ChangeProjectInput, 'id' | 'clientId'>;
type Dates = { startsOn: string | null; endsOn: string | null };

/** The columns of a change, checked together with unchanged dates. Throws VALIDATION with every wrong field. */
function columnsOf(change: ProjectChange, currency: string, before: Dates = { startsOn: null, endsOn: null }) {
  const { contractValue, startsOn, endsOn, ...rest } = change;
  const errors: Record<string, FieldMessage> = {};
  const contractValueMinor = typeof contractValue === 'string' ? fromDecimal(contractValue, currency) : contractValue;
  if (typeof contractValue === 'string' && (typeof contractValueMinor !== 'bigint' || contractValueMinor < 0n))
    errors.contractValue = { key: 'amount', params: { currency } };
  const after = { ...before, ...withoutUndefined({ startsOn, endsOn }) };
  if (endsBeforeStart(after.startsOn, after.endsOn)) errors.endsOn = { key: 'endBeforeStart' };
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return withoutUndefined({ ...rest, contractValueMinor, startsOn: toColumn(startsOn), endsOn: toColumn(endsOn) });
}
