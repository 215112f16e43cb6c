/** Set by middleware.ts, so that sign-in can redirect back: a server component does not know its own address. */
export const addressHeader = 'x-oriel-address';
