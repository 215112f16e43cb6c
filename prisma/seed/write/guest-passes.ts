import { hashSecret } from '@/lib/auth/secret-hash';
import type { SeedContext } from '@/prisma/seed/context';
import type { GuestPassData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';

const guestDevice = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36';

/** Writes the guest passes as their people hand them out, and what their holders looked at. The database says when. */
export async function writeGuestPasses(context: SeedContext): Promise<void> {
  for (const pass of context.story.guestPasses) {
    const id = await handOut(context, pass);
    await lookAround(context, pass, id);
  }
}

async function handOut(context: SeedContext, { by, label, secret, projects, sections }: GuestPassData) {
  const { tenantId, idOf, actAsPerson, auditedActions, at, person } = context;
  const [id, clientId] = [uuid7(), clientOf(context, by)];
  await actAsPerson(by, async (db) => {
    await db.$executeRaw`
      insert into guest_passes (id, tenant_id, client_id, user_id, label, sections, token_hash, expires_at)
      values (${id}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${idOf('people', by)}::uuid, ${label}, ${[...sections]}::text[],
        ${hashSecret(secret)}, now() + interval '90 days')`;
    await db.guestPassProject.createMany({
      data: projects.map((key) => ({ tenantId, clientId, passId: id, projectId: idOf('projects', key) })),
    });
  });
  const action = { action: 'guest_pass.created', recordType: 'guest_pass', recordId: id };
  auditedActions.push({ at: at(person(by).lastVisit), by, ...action, detail: { label } });
  return id;
}

async function lookAround(context: SeedContext, { by, projects }: GuestPassData, passId: string) {
  const { tenantId, idOf, actAs, project } = context;
  const guest = { role: 'oriel_guest', tenantId, clientId: clientOf(context, by), guestId: passId } as const;
  const looks = [
    { place: 'opened', recordId: null, name: null },
    { place: 'overview', recordId: null, name: null },
    ...projects.map((key) => ({ place: 'project', recordId: idOf('projects', key), name: project(key).name })),
  ];
  await actAs(guest, async (db) => {
    for (const { place, recordId, name } of looks)
      await db.$executeRaw`
        insert into guest_visits (id, tenant_id, user_id, pass_id, place, record_id, name, user_agent)
        values (${uuid7()}::uuid, ${tenantId}::uuid, ${idOf('people', by)}::uuid, ${passId}::uuid, ${place}::guest_place,
          ${recordId}::uuid, ${name}, ${guestDevice})`;
  });
}

function clientOf({ idOf, person }: SeedContext, key: string): string {
  const data = person(key);
  if (data.userType !== 'client') throw new Error(`${key} is of no client`);
  return idOf('clients', data.client);
}
