import { z } from 'zod';
import { platformUser } from '@/lib/authz/guards';
import { getPlatformDashboard } from '@/lib/dashboard/platform/queries';
import { platformDashboard } from '@/lib/dashboard/platform/schemas';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';

export const GET = defineReadRoute({
  summary: 'The newest businesses with what they use, and how the installation grew in twelve months.',
  guard: platformUser,
  input: z.strictObject({}),
  output: recordOf(platformDashboard),
  run: async (db) => ({ data: await getPlatformDashboard(db, today('UTC')) }),
});
