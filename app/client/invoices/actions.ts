'use server';

import { clientUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { claimPayment } from '@/lib/invoices/claims/commands';
import { claimPaymentInput } from '@/lib/invoices/claims/schemas';

export const claimPaymentAction = defineAction({ guard: clientUser, input: claimPaymentInput, run: claimPayment });
