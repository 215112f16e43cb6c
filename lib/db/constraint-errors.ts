import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import type { AppError } from '@/lib/errors';

/** The unique indexes and foreign keys whose violation a command translates. */
export const constraints = [
  'credentials_pkey',
  'credit_notes_tenant_id_number_key',
  'document_types_tenant_id_name_key',
  'invoices_tenant_id_client_id_currency_fkey',
  'invoices_tenant_id_number_key',
  'ledger_entries_tenant_id_party_id_currency_fkey',
  'payments_tenant_id_client_id_currency_fkey',
  'phase_templates_tenant_id_name_key',
  'projects_tenant_id_client_id_client_user_id_fkey',
  'saved_replies_tenant_id_name_key',
  'tenants_slug_key',
  'users_email_tenant_id_key',
] as const;

type Constraint = (typeof constraints)[number];

/**
 * Awaits a write and translates the violation of a named constraint into the given AppError; other errors pass through.
 * Unlike a check before the write, this covers rows hidden by the wall and concurrent writes.
 */
export async function refusing<T>(
  work: PromiseLike<T>,
  errors: Partial<Record<Constraint, () => AppError>>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const violated = violatedConstraint(error);
    throw Object.entries(errors).find(([name]) => name === violated)?.[1]() ?? error;
  }
}

/** `meta` of a constraint error in Prisma 7 with the pg adapter. */
const violation = z.object({
  driverAdapterError: z.object({ cause: z.object({ constraint: z.object({ index: z.string() }) }) }),
});

/** The name of the violated unique index (P2002) or foreign key (P2003); null for every other error. */
function violatedConstraint(error: unknown): string | null {
  const isViolation = error instanceof Prisma.PrismaClientKnownRequestError && /^P200[23]$/.test(error.code);
  const meta = violation.safeParse(isViolation ? error.meta : null);
  return meta.success ? meta.data.driverAdapterError.cause.constraint.index : null;
}
