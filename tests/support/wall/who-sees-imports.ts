import { type ReadRules, sees } from '@/tests/support/wall/read-rules';
import { ofMyTenant } from '@/tests/support/wall/row-rules';

// Part of who-sees-what.ts: what a business moves in.

export const whoSeesImports = {
  imports: {
    says: 'Admins see what the business moves in; a file may hold money.',
    admin: sees(ofMyTenant),
    definer: sees(ofMyTenant, { only: ['id', 'tenantId', 'status', 'fileId', 'createdAt'] }),
  },
  import_records: { says: 'What an import wrote, for admins.', admin: sees(ofMyTenant) },
  import_problems: { says: 'What is wrong in a file, for admins.', admin: sees(ofMyTenant) },
} satisfies Partial<ReadRules>;
