import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Choose, ClientMember } from '@/tests/support/wall/random-tenant';

const everything = ['progress', 'updates', 'photos', 'documents', 'hours', 'invoices', 'account'];
const day = 24 * 3_600_000;

type Pass = { label: string; sections: readonly string[]; revoked?: boolean; expired?: boolean };

/**
 * Passes of every person of a client: one with chosen sections and projects, one of everything, a revoked and an expired one of everything, and one
 * without a project. The first person's opens all.
 */
export async function seedGuests(
  owner: pg.Client,
  people: readonly ClientMember[],
  projects: readonly { id: string }[],
  choose: Choose,
): Promise<void> {
  for (const [place, person] of people.entries()) {
    const some =
      place === 0 ? everything : everything.filter((_, at) => at % 3 === place % 3 || choose.one([true, false]));
    const chosen = place === 0 ? projects : projects.filter(() => choose.one([true, false]));
    const passes: [Pass, readonly { id: string }[]][] = [
      [{ label: 'chosen', sections: some }, chosen],
      [{ label: 'all', sections: everything }, projects],
      [{ label: 'revoked', sections: everything, revoked: true }, projects],
      [{ label: 'expired', sections: everything, expired: true }, projects],
      [{ label: 'spare', sections: ['photos'] }, []],
    ];
    for (const [pass, of] of passes) await seedPass(owner, person, pass, of);
  }
}

async function seedPass(owner: pg.Client, person: ClientMember, pass: Pass, projects: readonly { id: string }[]) {
  const { tenantId, clientId, id: userId } = person;
  const id = uuidv7();
  const now = Date.now();
  const [createdAt, expiresAt] = pass.expired ? [now - 3 * day, now - day] : [now - day, now + 5 * day];
  await owner.query(
    `insert into guest_passes (id, tenant_id, client_id, user_id, label, sections, token_hash, created_at, expires_at, revoked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, tenantId, clientId, userId, pass.label, pass.sections, randomBytes(32)],
      ...[new Date(createdAt).toISOString(), new Date(expiresAt).toISOString()],
      pass.revoked ? new Date(now).toISOString() : null,
    ],
  );
  for (const { id: projectId } of projects)
    await owner.query(
      'insert into guest_pass_projects (tenant_id, client_id, pass_id, project_id) values ($1, $2, $3, $4)',
      [tenantId, clientId, id, projectId],
    );
  await owner.query(
    "insert into guest_visits (id, tenant_id, user_id, pass_id, place) values (gen_random_uuid(), $1, $2, $3, 'overview')",
    [tenantId, userId, id],
  );
}
