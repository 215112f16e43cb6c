import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Visitor } from '@/lib/authz/identity';
import { callingVisitor, failedForm } from '@/lib/doors/action';
import { toAppError } from '@/lib/doors/unexpected';
import type { FormAction } from '@/lib/forms/form-state';
import { formInput, sentForm } from '@/lib/forms/form-values';
import { parseInput } from '@/lib/forms/validation';

type LoginActionDoor<I extends z.ZodObject> = {
  input: I;
  /**
   * Does the deed and says where to go; undefined draws the same page anew. It opens its own transactions: none may be held while a password is
   * hashed.
   */
  run: (input: z.output<I>, visitor: Visitor) => Promise<string | undefined>;
};

/**
 * The door for the forms of lib/auth. It has no guard, so what it runs must prove its caller itself (a password, a link, a
 * guard) and count the tries.
 */
export function defineLoginAction<I extends z.ZodObject>({
  input: schema,
  run,
}: LoginActionDoor<I>): FormAction<never> {
  return async (_state, sent) => {
    const data = sentForm(sent);
    let target: string | undefined;
    try {
      const visitor = await callingVisitor();
      target = await run(parseInput(schema, formInput(schema, data)), visitor);
    } catch (error) {
      return failedForm(toAppError(error), data);
    }
    if (target !== undefined) redirect(target);
    refresh();
    return { status: 'done' };
  };
}
