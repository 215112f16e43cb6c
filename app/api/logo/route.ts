import { anyUser } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { notFound } from '@/lib/errors';
import { getLogoFile } from '@/lib/tenants/settings/files';
import { logoInput } from '@/lib/tenants/settings/schemas';

export const GET = defineFileRoute({
  summary: "The logo of the person's business.",
  guard: anyUser,
  input: logoInput,
  disposition: 'inline',
  find: async (db, _input, actor) => {
    if (actor.userType === 'super_admin') throw notFound();
    return getLogoFile(db, actor.tenantId);
  },
});
