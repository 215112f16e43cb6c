'use server';

import { adminUser } from '@/lib/authz/guards';
import { clientEdit } from '@/lib/clients/checks';
import { changeClient, deactivateClient, reactivateClient } from '@/lib/clients/commands';
import { changeClientInput, clientId } from '@/lib/clients/schemas';
import { defineAction } from '@/lib/doors/action';
import { revokeGuestPass } from '@/lib/guests/commands';
import { guestPassId } from '@/lib/guests/schemas';
import { onboardClient } from '@/lib/onboarding/commands';
import { onboardClientInput, onboardedClient } from '@/lib/onboarding/schemas';
import { paths } from '@/lib/paths';

export const onboardClientAction = defineAction({
  guard: adminUser,
  input: onboardClientInput,
  run: onboardClient,
  answer: onboardedClient,
});

export const changeClientAction = defineAction({
  guard: adminUser,
  input: changeClientInput,
  edits: clientEdit,
  run: changeClient,
  redirectTo: (client) => paths.admin.clients.show(client.id),
});

export const deactivateClientAction = defineAction({ guard: adminUser, input: clientId, run: deactivateClient });

export const reactivateClientAction = defineAction({ guard: adminUser, input: clientId, run: reactivateClient });

export const revokeClientPassAction = defineAction({ guard: adminUser, input: guestPassId, run: revokeGuestPass });
