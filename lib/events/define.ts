import { z } from 'zod';

/**
 * The widest audience of an event through any reader. `platform`: the operator. `admins`: the tenant's admins. `team`: its
 * admins and staff. `client`: the team, and the people of the client with access to the record. `account`: the admins and the
 * people of the client, because staff see no money.
 */
export type Audience = 'platform' | 'admins' | 'team' | 'client' | 'account';

export type RecordType =
  | 'client'
  | 'client_export'
  | 'comment'
  | 'credit_note'
  | 'document'
  | 'document_type'
  | 'guest_pass'
  | 'import'
  | 'invoice'
  | 'ledger_entry'
  | 'mail'
  | 'payment'
  | 'payment_claim'
  | 'phase'
  | 'phase_template'
  | 'photo'
  | 'project'
  | 'project_update'
  | 'refund'
  | 'saved_reply'
  | 'session'
  | 'tenant'
  | 'time_entry'
  | 'ticket'
  | 'api_token'
  | 'user';

export type EventKind<Shape extends z.ZodRawShape = z.ZodRawShape> = {
  record: RecordType;
  audience: Audience;
  /** The facts of the event besides its record, as JSON. Never a secret, never an internal note. */
  facts: z.ZodObject<Shape, z.core.$strict>;
};

/** An entry of the catalogue. A fact that is not in the shape is an error of the command that records it. */
export function eventKind<Shape extends z.ZodRawShape>(
  record: RecordType,
  audience: Audience,
  shape: Shape,
): EventKind<Shape> {
  return { record, audience, facts: z.strictObject(shape) };
}

/** A text that a change may set, or remove with null. */
export const changedText = z.string().nullable().optional();
