import type { Actor, GuestActor, JobActor, OnBehalfActor, TeamOnBehalfActor } from '@/lib/authz/actor';

/** An actor without the type brand. */
type Unproven<A> = A extends unknown ? { [K in keyof A as K extends symbol ? never : K]: A[K] } : never;

/**
 * The one function that creates actors; only lib/authz may import it. The caller must have proven the facts: the cast only
 * adds the type brand that keeps other code from building an actor.
 */
export function mint<A extends Actor | OnBehalfActor | TeamOnBehalfActor | GuestActor | JobActor>(
  facts: Unproven<A>,
): A {
  return facts as unknown as A;
}
