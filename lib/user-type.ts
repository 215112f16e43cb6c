/** The types of people with an account, as PostgreSQL declares them. */
export const userTypes = ['super_admin', 'admin', 'staff', 'client'] as const;
export type UserType = (typeof userTypes)[number];
