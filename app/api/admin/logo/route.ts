import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { paths } from '@/lib/paths';
import { removeLogo } from '@/lib/tenants/settings/commands';
import { uploadLogo } from '@/lib/tenants/settings/uploads';

export const POST = defineUploadRoute({
  summary: "Makes a picture the business's logo: JPEG, PNG or WebP of at most 2 MB.",
  guard: adminUser,
  kind: 'logo',
  fileField: 'logo',
  input: z.strictObject({}),
  output: recordOf(z.object({ url: z.string() })),
  run: ([file], _input, actor, keep) => uploadLogo(file, actor, keep),
  answer: (url: string) => ({ data: { url } }),
  redirectTo: () => paths.admin.settings,
});

export const DELETE = defineWriteRoute({
  summary: "Removes the business's logo.",
  guard: adminUser,
  input: z.strictObject({}),
  output: z.null(),
  status: 204,
  run: async (db, input, actor) => {
    await removeLogo(db, input, actor);
    return null;
  },
});
