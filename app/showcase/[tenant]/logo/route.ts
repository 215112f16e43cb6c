import { definePublicFileRoute } from '@/lib/doors/file-route';
import { getShowcase, showcaseAddress } from '@/lib/gallery/showcase/queries';
import { getLogoFile } from '@/lib/settings/uploads';

export const GET = definePublicFileRoute({
  summary: 'The logo of a business with an open showcase.',
  input: showcaseAddress,
  disposition: 'inline',
  find: async (db, { tenant }) => getLogoFile(db, (await getShowcase(db, tenant)).id),
});
