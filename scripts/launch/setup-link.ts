import type { Prepared } from '@/scripts/launch/prepare';

/** Prints the single-use link that creates the first super-admin. False when a super-admin exists. */
export async function offerSetupLink({ appVariables }: Prepared): Promise<boolean> {
  Object.assign(process.env, appVariables);
  const { createSetupLink } = await import('@/lib/auth/links');
  const { prisma } = await import('@/lib/db/client');
  try {
    const link = await createSetupLink();
    if (link)
      console.log(
        `Nobody runs this installation yet. Become its first super-admin here (once, until ${link.expiresAt.toISOString()}):\n  ${link.url}`,
      );
    return link !== null;
  } finally {
    await prisma.$disconnect();
  }
}
