import { z } from 'zod';
import { credentialsInput } from '@/lib/auth/accounts';
import { slug } from '@/lib/fields';

/** The sign-in form: credentials, the address to return to, which landingFor checks, and the business whose sign-in it is. */
export const signInInput = credentialsInput.extend({ returnTo: z.string().nullish(), business: slug.nullish() });
