import { z } from 'zod';
import { credentialsInput } from '@/lib/auth/accounts';

/** The sign-in form: the credentials, and the address to return to. Any address may be sent; landingFor judges it. */
export const signInInput = credentialsInput.extend({ returnTo: z.string().nullish() });
