'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { postFromForm } from '@/lib/ledger/commands';
import { checkAccount } from '@/lib/ledger/proof/commands';
import { checkAccountInput } from '@/lib/ledger/proof/schemas';
import { postFormInput } from '@/lib/ledger/schemas';
import { paths } from '@/lib/paths';

export const postEntryAction = defineAction({
  guard: adminUser,
  input: postFormInput,
  run: postFromForm,
  redirectTo: ({ partyId }) => paths.admin.ledger({ party_id: partyId }),
  once: true,
});

export const checkAccountAction = defineAction({ guard: adminUser, input: checkAccountInput, run: checkAccount });
