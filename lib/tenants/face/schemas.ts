import { z } from 'zod';
import { slug } from '@/lib/fields';

/** A business as its sign-in shows it to strangers: no more than its name, colour and logo. */
export type Face = { slug: string; name: string; accent: string; logo: string | null };

/** The address of the logo on the sign-in; `v` changes with the logo and selects nothing. */
export const faceLogoInput = z.strictObject({ business: slug, v: z.uuid().optional() });
