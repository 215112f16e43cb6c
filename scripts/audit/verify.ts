import { checkTrail, toAuditFault } from '@/lib/audit/proof/commands';
import type { AuditFault } from '@/lib/audit/proof/schemas';
import { jobActor } from '@/lib/authz/job';
import { read } from '@/lib/authz/scope';
import { catalogues } from '@/lib/i18n/catalogues';
import { listTenants } from '@/lib/ledger/proof/queries';
import { proveArchives } from '@/lib/trail-archives/queries';
import { inPages } from '@/scripts/ledger/in-pages';

const job = 'verify-audit';

/** A fault in English. The library for messages needs a browser's React, which scripts do not have. */
function told({ kind, ...values }: AuditFault): string {
  const known: Record<string, string | number | null> = values;
  return catalogues.en.audit.fault[kind].replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? ''));
}

/**
 * Proves the audit trails of the platform and of all tenants in short transactions of the worker's role. Prints the first thing of
 * each that does not hold, or what was proven, and returns the exit code: 0 where everything holds, else 1.
 */
export async function verifyTrails(print: (line: string) => void): Promise<0 | 1> {
  const counts = { lines: 0, links: 0, businesses: 0 };
  let holds = true;
  const prove = async (tenantId: string | null, place: string) => {
    const outcome = await checkTrail(jobActor(job, tenantId), proveArchives);
    if (outcome.break) {
      holds = false;
      print(`${place}: ${told(toAuditFault(outcome.break))}`);
      return;
    }
    counts.lines += outcome.lines;
    counts.links += outcome.held.position;
  };
  await prove(null, 'The platform');
  for await (const { id, name } of inPages((after) => read(jobActor(job), (db) => listTenants(db, after)))) {
    await prove(id, `${name} (${id})`);
    counts.businesses += 1;
  }
  if (!holds) return 1;
  print(
    `The audit trail holds: ${counts.lines} entries in ${counts.links} links of ${counts.businesses} businesses and the platform.`,
  );
  return 0;
}
