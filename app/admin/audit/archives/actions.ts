'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { changeRetention } from '@/lib/trail-archives/commands';
import { retentionEdit } from '@/lib/trail-archives/retention/checks';
import { retention } from '@/lib/trail-archives/schemas';

export const changeRetentionAction = defineAction({
  guard: adminUser,
  input: retention,
  edits: retentionEdit,
  run: changeRetention,
});
