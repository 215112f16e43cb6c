'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { changeSettings } from '@/lib/settings/commands';
import { changeSettingsInput } from '@/lib/settings/schemas';

export const changeSettingsAction = defineAction({ who: adminUser, input: changeSettingsInput, run: changeSettings });
