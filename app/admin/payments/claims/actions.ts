'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { confirmClaim, declineClaim } from '@/lib/invoices/claims/commands';
import { confirmClaimInput, declineClaimInput } from '@/lib/invoices/claims/schemas';

export const confirmClaimAction = defineAction({ guard: adminUser, input: confirmClaimInput, run: confirmClaim });

export const declineClaimAction = defineAction({ guard: adminUser, input: declineClaimInput, run: declineClaim });
