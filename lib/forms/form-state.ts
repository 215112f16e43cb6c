/**
 * The answer of a server action to its form. Messages are in the visitor's language; `values` are the typed texts by field name
 * (never passwords or files), all of a repeated field, so that the page can show them again without JavaScript.
 */
export type FormState<T = unknown> =
  | { status: 'idle' }
  | { status: 'done'; data?: T }
  | {
      status: 'failed';
      message?: string;
      fields: Record<string, string>;
      values: Record<string, string[]>;
      /** The version to send to save all the same, after another person's change. */
      newer?: string;
      /** Whether the page is of an older build and has to be loaded again. */
      outdated?: true;
    };

/** The shape that React's useActionState and a form without JavaScript both call. */
export type FormAction<T = unknown> = (state: FormState, data: FormData) => Promise<FormState<T>>;

export const idle: FormState<never> = { status: 'idle' };
