import type { Prisma } from '@/lib/db/generated/client';

export const profileColumns = { name: true, email: true, phone: true, locale: true } satisfies Prisma.UserSelect;

export type Profile = Prisma.UserGetPayload<{ select: typeof profileColumns }>;
