/** Set by middleware.ts, so that sign-in can lead back: a server component does not know its own address. */
export const addressHeader = 'x-oriel-address';
