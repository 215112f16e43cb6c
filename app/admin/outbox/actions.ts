'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { retryMail } from '@/lib/mail/outbox/commands';
import { mailId } from '@/lib/mail/outbox/schemas';

export const retryMailAction = defineAction({ guard: adminUser, input: mailId, run: retryMail });
