import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { GuardFacts } from '@/lib/authz/guards';
import type { Envelope } from '@/lib/doors/envelope';
import type { UploadKind } from '@/lib/storage/kinds';

/** The kind of a door: reads and files use GET, the others change records. `login` proves its caller itself. */
export type DoorKind = 'read' | 'write' | 'upload' | 'file' | 'login';

/** The metadata of a route's door, for the API's description and the access matrix. */
export type RouteDoor = {
  kind: DoorKind;
  /** One sentence for the API's documentation. */
  summary: string;
  /** Null for a public door. */
  guard: GuardFacts | null;
  input: z.ZodObject;
  output: z.ZodType;
  envelope: Envelope;
  /** The HTTP status of success. */
  status: number;
  /** Whether a retry with the same `Idempotency-Key` gets the first answer and has no second effect. */
  takesKey?: boolean;
  /** Whether the record's version is sent as ETag and compared with If-Match. */
  edits?: boolean;
  /** The field of a multipart body that holds files. */
  takesFiles?: { field: string; kind: UploadKind; most: number };
};

export type Params = Record<string, string | string[] | undefined>;

/** Next's second argument of a handler; a static address has no params. */
export type Context = { params?: Promise<Params> | undefined };

/** A Next route handler that a door made. */
export type RouteHandler = ((request: NextRequest, context: Context) => Promise<Response>) & {
  readonly door: RouteDoor;
};
