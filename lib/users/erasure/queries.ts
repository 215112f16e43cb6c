import { z } from 'zod';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { type Erasure, erasedPart } from '@/lib/users/erasure/schemas';
import { userType } from '@/lib/users/schemas';

const columns = { id: true, userId: true, userType: true, askedByName: true, erasedAt: true, parts: true } as const;

/** The protocol of the erasure of a person; null for a person who is not erased. */
export async function findErasure(db: ReadDb, { id: userId }: { id: string }): Promise<Erasure | null> {
  const row = await db.erasure.findFirst({ where: { userId }, select: columns });
  if (!row) return null;
  const { parts, erasedAt, ...rest } = row;
  // Written by erase_person(), which the wall alone may do.
  return {
    ...{ ...rest, userType: userType.parse(row.userType) },
    ...{ erasedAt: erasedAt.toISOString(), parts: z.array(erasedPart).parse(parts) },
  };
}

/** As findErasure; throws NOT_FOUND for a person who is not erased. */
export async function getErasure(db: ReadDb, input: { id: string }): Promise<Erasure> {
  return orNotFound(await findErasure(db, input));
}
