import type { ClientActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import type { OpenedType, Way } from '@/lib/openings/rule';
import type { RecordOpeningInput } from '@/lib/openings/schemas';

const tables: Record<OpenedType, Prisma.Sql> = {
  document: Prisma.sql`documents`,
  photo: Prisma.sql`photos`,
  invoice: Prisma.sql`invoices`,
};

/** Notes that a person of a client opened a record; nothing for one that they do not see. */
export function recordOpening(db: WriteDb, input: RecordOpeningInput, actor: ClientActor): Promise<void> {
  return noteOpening(db, input, 'opened', actor);
}

/** Notes the way in which a person of a client took a record: one row, which counts what is ten minutes apart. */
export async function noteOpening(
  db: WriteDb,
  { type, id }: RecordOpeningInput,
  way: Way,
  { tenantId, clientId, userId, name }: ClientActor,
): Promise<void> {
  await db.$executeRaw`
    insert into openings as o (tenant_id, client_id, user_id, user_name, record_type, record_id, way)
    select ${tenantId}::uuid, ${clientId}::uuid, ${userId}::uuid, ${name}, ${type}, r.id, ${way} from ${tables[type]} r where r.id = ${id}::uuid
    on conflict (record_id, user_id, way) do update set times = o.times + 1, last_at = now()
      where o.last_at < now() - interval '10 minutes'`;
}
