import { randomUUID } from 'node:crypto';
import { onceField } from '@/lib/forms/marks';

/** The hidden field of a form whose action takes effect once (`once` of defineAction): a new key each time the page is drawn. */
export function onceMark(): { [onceField]: string } {
  return { [onceField]: randomUUID() };
}
