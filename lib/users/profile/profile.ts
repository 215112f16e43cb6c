import { z } from 'zod';
import type { Actor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { recordEvent } from '@/lib/events/record';
import { line, locale, phone } from '@/lib/fields';

/** The fields that people may change of themselves. A null language falls back to the tenant's. */
export const updateProfileInput = z.strictObject({ name: line(), phone: phone.nullish(), locale: locale.nullish() });

export type Profile = { name: string; email: string; phone: string | null; locale: string | null };

const profile = { name: true, email: true, phone: true, locale: true } as const;

export function getProfile(db: ReadDb, { userId }: Actor): Promise<Profile> {
  return db.user.findUniqueOrThrow({ where: { id: userId }, select: profile });
}

/** Changes the named fields of the person's own profile. */
export async function updateProfile(
  db: WriteDb,
  input: z.output<typeof updateProfileInput>,
  actor: Actor,
): Promise<Profile> {
  const { name, phone: number, locale: language } = input;
  const data = {
    name,
    ...(number !== undefined && { phone: number }),
    ...(language !== undefined && { locale: language }),
  };
  const changed = await db.user.update({ where: { id: actor.userId }, data, select: profile });
  await recordEvent(db, actor, { name: 'user.profile_changed', recordId: actor.userId, facts: data });
  return changed;
}
