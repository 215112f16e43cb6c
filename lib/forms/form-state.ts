/**
 * The result of a server action for the form that called it. Messages are in the visitor's language; `values` are the typed
 * values (never passwords or files), so that the page can show them again without JavaScript.
 */
export type FormState<T = unknown> =
  | { status: 'idle' }
  | { status: 'done'; data?: T }
  | { status: 'failed'; message?: string; fields: Record<string, string>; values: Record<string, string> };

/** The shape that React's useActionState and a form without JavaScript both call. */
export type FormAction<T = unknown> = (state: FormState, data: FormData) => Promise<FormState<T>>;

export const idle: FormState<never> = { status: 'idle' };
