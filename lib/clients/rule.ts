/** The kinds of clients, as PostgreSQL declares them. */
export const clientKinds = ['household', 'company'] as const;
