import { definePublicFileRoute } from '@/lib/doors/file-route';
import { getFaceLogo } from '@/lib/tenants/face/files';
import { faceLogoInput } from '@/lib/tenants/face/schemas';

export const GET = definePublicFileRoute({
  summary: 'The logo of an active business, for its sign-in.',
  input: faceLogoInput,
  disposition: 'inline',
  find: getFaceLogo,
});
