import { z } from 'zod';
import { MailAbout, MailState } from '@/lib/db/generated/enums';
import { recordId } from '@/lib/fields';
import { unsentReasons } from '@/lib/mail/reasons';
import { listOrder, pageQuery } from '@/lib/paging';

/** A mail in the outbox. */
export const mailSummary = z.object({
  id: z.uuid(),
  about: z.enum(MailAbout),
  state: z
    .enum(MailState)
    .describe('kept: there is no mail server; dropped: nothing was left to tell, or nobody to tell it to.'),
  userId: z.uuid(),
  userName: z.string(),
  toAddress: z.string().nullable().describe('Null until the first try.'),
  subject: z.string().nullable(),
  attempts: z.number().int(),
  lastError: z
    .string()
    .nullable()
    .describe(`The words of the mail server, or why nothing was handed to it: ${unsentReasons.join(', ')}.`),
  triedAt: z.iso.datetime().nullable(),
  sentAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

/** One mail, with what it says. Links by which somebody could sign in as its reader are not kept. */
export const mailDetail = mailSummary.extend({ text: z.string().nullable() });

/** The latest first. */
export const mailOrder = listOrder('Mail', 'mails', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const mailFilter = pageQuery(mailOrder).extend({ state: z.enum(MailState).optional() });

export const mailId = z.strictObject({ id: recordId() });

export type MailSummary = z.output<typeof mailSummary>;
export type MailDetail = z.output<typeof mailDetail>;
export type MailFilter = z.output<typeof mailFilter>;
