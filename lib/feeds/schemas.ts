import { z } from 'zod';

/** The address of a calendar: its token, with the ending by which programs know the file. */
export const feedAddress = z.strictObject({
  token: z
    .string()
    .max(100)
    .regex(/^[\w-]+\.ics$/)
    .transform((name) => name.slice(0, -'.ics'.length)),
});
