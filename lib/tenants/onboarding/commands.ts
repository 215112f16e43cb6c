import { v7 as uuidv7 } from 'uuid';
import { createInvitation } from '@/lib/auth/links';
import type { PlatformActor } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { type FieldMessage, invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { freeSlug, slugOf } from '@/lib/slug';
import { requireFreeSlug, slugTaken } from '@/lib/tenants/commands';
import { getTenant } from '@/lib/tenants/queries';
import type { OnboardedTenant, OnboardTenantInput } from '@/lib/tenants/schemas';

type Invited = { id: string; name: string; email: string };

/**
 * Creates a tenant with its first admin and, where named, a first client with its first person and a project for them.
 * Returns the invitation links, which cannot be read again. Throws VALIDATION for a taken address or e-mail.
 */
export async function onboardTenant(
  db: WriteDb,
  input: OnboardTenantInput,
  actor: PlatformActor,
): Promise<OnboardedTenant> {
  await requireFreeEmails(db, input);
  const { name, currency, timeZone, locale } = input;
  const slug = await addressFor(db, input);
  // The id is set here, because the composite key of the logo includes it and Prisma then leaves it to that relation.
  const id = uuidv7();
  const data = { id, slug, name, currency, timeZone, locale };
  // An address made from the name and taken at the same moment stays a CONFLICT: the same request succeeds when repeated.
  await refusing(db.tenant.create({ data, select: { id: true } }), input.slug ? slugTaken : {});
  const people = [
    await createPerson(
      db,
      { tenantId: id, userType: 'admin', name: input.adminName, email: input.adminEmail },
      'adminEmail',
    ),
  ];
  const clientUser = await createFirstClient(db, id, input);
  if (clientUser) people.push(clientUser);

  const invitations: OnboardedTenant['invitations'] = [];
  for (const person of people) {
    const { url, expiresAt } = await createInvitation(db, { userId: person.id }, actor);
    invitations.push({ name: person.name, email: person.email, url, expiresAt: expiresAt.toISOString() });
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
  const invited = await createPerson(db, { ...person, clientId, clientPortalEnabled: true }, 'clientUserEmail');
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

/** Throws VALIDATION on `field` for an address that was taken in the same moment. */
function createPerson(db: WriteDb, data: Person, field: 'adminEmail' | 'clientUserEmail'): Promise<Invited> {
  const person = db.user.create({ data, select: { id: true, name: true, email: true } });
  return refusing(person, { users_email_key: () => invalid({ [field]: 'emailTaken' }) });
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

async function requireFreeEmails(db: WriteDb, { adminEmail, clientUserEmail }: OnboardTenantInput): Promise<void> {
  const emails = [adminEmail, ...(clientUserEmail ? [clientUserEmail] : [])];
  const users = await db.user.findMany({ where: { email: { in: emails } }, select: { email: true } });
  const taken = new Set(users.map((user) => user.email));
  const wrong: Record<string, FieldMessage['key']> = {};
  if (taken.has(adminEmail)) wrong.adminEmail = 'emailTaken';
  if (clientUserEmail && (taken.has(clientUserEmail) || clientUserEmail === adminEmail))
    wrong.clientUserEmail = 'emailTaken';
  if (Object.keys(wrong).length > 0) throw invalid(wrong);
}
