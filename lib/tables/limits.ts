/** The most rows below the header, and the most columns, of a table that is read. */
export const mostRows = 100_000;
export const mostColumns = 100;
