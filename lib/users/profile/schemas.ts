import { z } from 'zod';
import { line, locale, phone } from '@/lib/fields';
import { userTypes } from '@/lib/user-type';

/** The signed-in person, with their tenant and client. */
export const me = z.object({
  id: z.uuid(),
  userType: z.enum(userTypes),
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

/** The fields that people change about themselves. Without a language the tenant's applies. */
export const updateProfileInput = z.strictObject({ name: line(), phone: phone.nullish(), locale: locale.nullish() });

export type Me = z.output<typeof me>;
export type UpdateProfileInput = z.output<typeof updateProfileInput>;
