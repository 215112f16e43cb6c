import type { Actor, JobActor, OnBehalfActor } from '@/lib/authz/actor';

/** An actor without the mark that the compiler alone sees. */
type Unproven<A> = A extends unknown ? { [K in keyof A as K extends symbol ? never : K]: A[K] } : never;

/**
 * The one function that makes actors; lib/authz alone may import it. The facts must be proven by the caller: the cast only
 * adds the mark that keeps other code from building an actor by hand.
 */
export function mint<A extends Actor | OnBehalfActor | JobActor>(facts: Unproven<A>): A {
  return facts as unknown as A;
}
