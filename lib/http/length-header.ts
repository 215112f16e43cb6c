/** How a route handler says how long its answer is; lib/http/content-length.ts makes it the Content-Length. */
export const lengthHeader = 'x-oriel-length';
