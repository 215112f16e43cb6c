'use server';

import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { changeSettings, removeLogo } from '@/lib/tenants/settings/commands';
import { changeSettingsInput } from '@/lib/tenants/settings/schemas';

export const changeSettingsAction = defineAction({ guard: adminUser, input: changeSettingsInput, run: changeSettings });

export const removeLogoAction = defineAction({ guard: adminUser, input: z.strictObject({}), run: removeLogo });
