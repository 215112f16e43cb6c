/** The statuses of a tenant, as PostgreSQL declares them. */
export const tenantStatuses = ['active', 'suspended'] as const;
export type TenantStatus = (typeof tenantStatuses)[number];
