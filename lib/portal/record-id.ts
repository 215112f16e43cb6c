import { z } from 'zod';
import { found } from '@/lib/errors';

/** The id in an address of the API. One that no record can have is answered like one that is out of sight: NOT_FOUND. */
export function recordId(text: string): string {
  return found(z.uuid().safeParse(text).data);
}
