/** The header for the length of a route handler's answer, in bytes; lib/http/content-length.ts turns it into Content-Length. */
export const lengthHeader = 'x-oriel-length';
