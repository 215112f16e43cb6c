'use server';

import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { changeSettings } from '@/lib/settings/commands';
import { changeSettingsInput } from '@/lib/settings/schemas';
import { removeLogo } from '@/lib/settings/uploads';

export const changeSettingsAction = defineAction({ guard: adminUser, input: changeSettingsInput, run: changeSettings });

export const removeLogoAction = defineAction({ guard: adminUser, input: z.strictObject({}), run: removeLogo });
