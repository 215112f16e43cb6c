import { z } from 'zod';
import type { Actor } from '@/lib/authz/actor';

/** The signed-in person, with their tenant and client. */
export const me = z.object({
  id: z.uuid(),
  userType: z.enum(['super_admin', 'admin', 'staff', 'client']),
  name: z.string(),
  email: z.string(),
  locale: z.string().nullable(),
  clientId: z.uuid().nullable(),
  tenant: z
    .object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      currency: z.string(),
      timeZone: z.string(),
      locale: z.string(),
    })
    .nullable(),
});

export function describeMe(actor: Actor): z.output<typeof me> {
  const { userId: id, userType, name, email, locale } = actor;
  const tenant = actor.userType === 'super_admin' ? null : actor.tenant;
  return { id, userType, name, email, locale, clientId: actor.userType === 'client' ? actor.clientId : null, tenant };
}
