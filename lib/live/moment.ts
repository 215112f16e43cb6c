import { cache } from 'react';

/** Milliseconds by which the clocks of two processes may differ. */
const skew = 500;

/**
 * The instant from which on live messages may tell of what a page did not read, in milliseconds. One for the whole request, whose
 * visitor is identified after it and before everything else is read (lib/doors/page.ts).
 */
export const readingMoment = cache((): number => Date.now() - skew);
