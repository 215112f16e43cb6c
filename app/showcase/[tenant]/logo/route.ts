import { definePublicFileRoute } from '@/lib/doors/file-route';
import { getShowcase } from '@/lib/gallery/showcase/queries';
import { showcaseAddress } from '@/lib/gallery/showcase/schemas';
import { getLogoFile } from '@/lib/tenants/settings/files';

export const GET = definePublicFileRoute({
  summary: 'The logo of a business with an open showcase.',
  input: showcaseAddress,
  disposition: 'inline',
  find: async (db, { tenant }) => getLogoFile(db, (await getShowcase(db, tenant)).id),
});
