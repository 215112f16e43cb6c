import { v7 as uuidv7 } from 'uuid';
import { createInvitation } from '@/lib/auth/links';
import type { PlatformActor } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { freeSlug, slugOf } from '@/lib/slug';
import { requireFreeSlug, slugTaken } from '@/lib/tenants/commands';
import { getTenant } from '@/lib/tenants/queries';
import type { OnboardedTenant, OnboardTenantInput } from '@/lib/tenants/schemas';

type Invited = { id: string; name: string; email: string };

/**
 * Creates a tenant with its first admin and, where named, a first client with its first person and a project for them.
 * Returns the invitation links, which cannot be read again. Throws VALIDATION for a taken address, and for one e-mail address
 * for both people: an address has one account per tenant.
 */
export async function onboardTenant(
  db: WriteDb,
  input: OnboardTenantInput,
  actor: PlatformActor,
): Promise<OnboardedTenant> {
  if (input.adminEmail === input.clientUserEmail) throw invalid({ clientUserEmail: 'emailTaken' });
  const { name, currency, timeZone, locale } = input;
  const slug = await addressFor(db, input);
  // The id is set here, because the composite key of the logo includes it and Prisma then leaves it to that relation.
  const id = uuidv7();
  const data = { id, slug, name, currency, timeZone, locale };
  // An address made from the name and taken at the same moment stays a CONFLICT: the same request succeeds when repeated.
  await refusing(db.tenant.create({ data, select: { id: true } }), input.slug ? slugTaken : {});
  const people = [
    await createPerson(db, { tenantId: id, userType: 'admin', name: input.adminName, email: input.adminEmail }),
  ];
  const clientUser = await createFirstClient(db, id, input);
  if (clientUser) people.push(clientUser);

  const invitations: OnboardedTenant['invitations'] = [];
  for (const person of people) {
    const { url, expiresAt } = await createInvitation(db, { userId: person.id }, actor);
    const isMailed = env().mail.smtp !== undefined;
    invitations.push({ name: person.name, email: person.email, url, expiresAt: expiresAt.toISOString(), isMailed });
  }
  await recordEvent(db, actor, { name: 'tenant.onboarded', recordId: id, facts: { name, slug } });
  return { ...(await getTenant(db, { id })), invitations };
}

// createMany for clients and projects, because create reads the row back and the platform may not read them.
async function createFirstClient(db: WriteDb, tenantId: string, input: OnboardTenantInput): Promise<Invited | null> {
  const { clientName, clientUserName, clientUserEmail, projectName, currency } = input;
  if (!clientName || !clientUserName || !clientUserEmail) return null;
  const clientId = uuidv7();
  await db.client.createMany({ data: { id: clientId, tenantId, name: clientName, currency } });
  const person = { tenantId, userType: 'client', name: clientUserName, email: clientUserEmail } as const;
  const invited = await createPerson(db, { ...person, clientId, clientPortalEnabled: true });
  if (projectName)
    await db.project.createMany({ data: { tenantId, clientId, clientUserId: invited.id, name: projectName } });
  return invited;
}

type Person = {
  tenantId: string;
  userType: 'admin' | 'client';
  name: string;
  email: string;
  clientId?: string;
  clientPortalEnabled?: boolean;
};

function createPerson(db: WriteDb, data: Person): Promise<Invited> {
  return db.user.create({ data, select: { id: true, name: true, email: true } });
}

async function addressFor(db: WriteDb, { name, slug }: OnboardTenantInput): Promise<string> {
  if (slug) {
    await requireFreeSlug(db, slug);
    return slug;
  }
  const wanted = slugOf(name, 'business');
  const near = await db.tenant.findMany({
    where: { slug: { startsWith: wanted.slice(0, 58) } },
    select: { slug: true },
  });
  return freeSlug(wanted, new Set(near.map((tenant) => tenant.slug)));
}
