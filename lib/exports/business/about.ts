import { z } from 'zod';
import type { TeamOnBehalfActor } from '@/lib/authz/actor';
import { format, formatVersion } from '@/lib/exports/business/format';
import type { Chains } from '@/lib/exports/business/rows';

const hex = z.string().regex(/^[0-9a-f]*$/);
const keys = z.array(z.string().regex(/^[0-9a-f]{32}$/));

/** `tenant.json` of an archive. */
export const about = z.strictObject({
  format: z.literal(format),
  formatVersion: z.number().int(),
  madeAt: z.iso.datetime(),
  madeFor: z.strictObject({ id: z.uuid(), name: z.string() }).describe('The admin who asked for it.'),
  lastMigration: z.string().describe('The migration up to which the tables have their columns.'),
  tenant: z.strictObject({
    ...{ id: z.uuid(), slug: z.string(), name: z.string() },
    ...{ currency: z.string(), timeZone: z.string(), locale: z.string() },
  }),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.number().int(),
      columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
    }),
  ),
  chains: z.strictObject({
    ledger: hex.describe(
      'SHA-256 over the hash of the last entry of each account, in the order of the ids of the clients.',
    ),
    audit: z.strictObject({ position: z.number().int(), hash: hex }).describe('The last link of the audit trail.'),
  }),
  files: z.strictObject({
    count: z.number().int().describe('The stored files of the business.'),
    missing: keys.describe('Those that the storage had lost, by key: the archive has their rows only.'),
    damaged: keys.describe('Those whose bytes are not the ones that were stored, by key.'),
  }),
});

export type About = z.output<typeof about>;
export type Tables = About['tables'];

type Facts = Pick<About, 'lastMigration' | 'tables' | 'files'> & { at: Date; admin: TeamOnBehalfActor; chains: Chains };

export function aboutOf({ at, admin, lastMigration, tables, chains, files }: Facts): About {
  const { id, slug, name, currency, timeZone, locale } = admin.tenant;
  return {
    ...{ format, formatVersion },
    madeAt: at.toISOString(),
    madeFor: { id: admin.userId, name: admin.name },
    ...{ lastMigration, tenant: { id, slug, name, currency, timeZone, locale }, tables, chains, files },
  };
}
