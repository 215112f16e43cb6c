import { z } from 'zod';
import { credentialsInput } from '@/lib/auth/accounts';

/** The sign-in form: credentials, and the address to return to, which landingFor checks. */
export const signInInput = credentialsInput.extend({ returnTo: z.string().nullish() });
