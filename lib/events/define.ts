import { z } from 'zod';

/**
 * The widest circle that may learn of an event through any reader. `platform`: the operator. `admins`: the tenant's admins.
 * `team`: its admins and staff. `client`: the team, and those people of the client who may see the record.
 */
export type Audience = 'platform' | 'admins' | 'team' | 'client';

export type RecordType =
  | 'client'
  | 'document'
  | 'document_type'
  | 'phase'
  | 'photo'
  | 'project'
  | 'session'
  | 'tenant'
  | 'api_token'
  | 'user';

export type EventKind<Shape extends z.ZodRawShape = z.ZodRawShape> = {
  record: RecordType;
  audience: Audience;
  /** The facts of the event besides its record, as JSON. Never a secret, never an internal note. */
  facts: z.ZodObject<Shape, z.core.$strict>;
};

/** An entry of the catalogue. Facts that the shape does not name are an error of the command that records them. */
export function eventKind<Shape extends z.ZodRawShape>(
  record: RecordType,
  audience: Audience,
  shape: Shape,
): EventKind<Shape> {
  return { record, audience, facts: z.strictObject(shape) };
}

/** A text that a change may name, or take away with null. */
export const changedText = z.string().nullable().optional();
