import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Visitor } from '@/lib/authz/identity';
import { toAppError } from '@/lib/db/unexpected';
import { calledBy, callingVisitor, type DoorAction, failedForm } from '@/lib/doors/action';
import { requireOwner } from '@/lib/doors/owner';
import type { FormState } from '@/lib/forms/form-state';
import { formInput, sentForm } from '@/lib/forms/form-values';
import { markOf, ownerField } from '@/lib/forms/marks';
import { parseInput } from '@/lib/forms/validation';

type LoginActionDoor<I extends z.ZodObject> = {
  input: I;
  /** Returns the path to redirect to; undefined renders the page again. Opens its own transactions, none during hashing. */
  run: (input: z.output<I>, visitor: Visitor) => Promise<string | undefined>;
};

/**
 * The door for the forms of lib/auth. It has no guard: `run` proves the caller (by a password, a link or a guard) and counts
 * failed tries.
 */
export function defineLoginAction<I extends z.ZodObject>({
  input: schema,
  run,
}: LoginActionDoor<I>): DoorAction<never> {
  const action = async (_state: FormState, sent: FormData): Promise<FormState<never>> => {
    const data = sentForm(sent);
    let target: string | undefined;
    try {
      const visitor = await callingVisitor();
      const mark = markOf(data, ownerField);
      // Forms before the sign-in have no mark; the change of a password has one.
      if (mark !== null && visitor.identity) requireOwner(mark, visitor.identity);
      target = await run(parseInput(schema, formInput(schema, data)), visitor);
    } catch (error) {
      return failedForm(toAppError(error, await calledBy(null)), data);
    }
    if (target !== undefined) redirect(target);
    refresh();
    return { status: 'done' };
  };
  return Object.assign(action, { door: { guard: null, input: schema, answer: null, edits: false } });
}
