import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { GuardFacts } from '@/lib/authz/guards';
import type { Envelope } from '@/lib/doors/envelope';
import type { UploadKind } from '@/lib/storage/kinds';

/** How a door works: reads and files take GET, the others change something. `login` proves its caller itself. */
export type DoorKind = 'read' | 'write' | 'upload' | 'file' | 'login';

/** What a route's door says about itself, for the API's description and the access matrix. */
export type RouteDoor = {
  kind: DoorKind;
  /** One sentence for the API's documentation. */
  summary: string;
  /** Null for a door that is open to everybody. */
  guard: GuardFacts | null;
  input: z.ZodObject;
  output: z.ZodType;
  envelope: Envelope;
  /** Of success. */
  status: number;
  /** The field in which a multipart body brings files. */
  takesFiles?: { field: string; kind: UploadKind; most: number };
};

export type Params = Record<string, string | string[] | undefined>;

/** What Next hands a handler; an address without parts that vary has no params. */
export type Context = { params?: Promise<Params> | undefined };

/** A Next route handler that a door made. */
export type RouteHandler = ((request: NextRequest, context: Context) => Promise<Response>) & {
  readonly door: RouteDoor;
};
