'use server';

import { adminUser } from '@/lib/authz/guards';
import { changeClient, createClient, deactivateClient, reactivateClient } from '@/lib/clients/commands';
import { changeClientInput, clientId, createClientInput } from '@/lib/clients/schemas';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';

export const createClientAction = defineAction({
  guard: adminUser,
  input: createClientInput,
  run: createClient,
  redirectTo: (client) => paths.admin.clients.show(client.id),
});

export const changeClientAction = defineAction({
  guard: adminUser,
  input: changeClientInput,
  run: changeClient,
  redirectTo: (client) => paths.admin.clients.show(client.id),
});

export const deactivateClientAction = defineAction({ guard: adminUser, input: clientId, run: deactivateClient });

export const reactivateClientAction = defineAction({ guard: adminUser, input: clientId, run: reactivateClient });
