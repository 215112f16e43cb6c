import { jobActor } from '@/lib/authz/job';
import { read, write } from '@/lib/authz/scope';
import { catalogues } from '@/lib/i18n/catalogues';
import { faultValues, toFault } from '@/lib/ledger/proof/columns';
import { keepOutcome } from '@/lib/ledger/proof/commands';
import { listAccounts, listTenants, proveAccount, proveTenant, type TenantBreak } from '@/lib/ledger/proof/queries';
import type { Fault } from '@/lib/ledger/proof/schemas';
import { inPages } from '@/scripts/ledger/in-pages';

const job = 'verify-ledger';

const tenantFaults: Record<TenantBreak['reason'], string> = {
  missing: 'a number is missing',
  uncounted: 'its counter and its last number differ',
  start: 'it does not start with 1',
  stray: 'it stands on no account of the business',
};

/** A fault in English. The library for messages needs a browser's React, which scripts do not have. */
function told(fault: Fault): string {
  const { source, ...texts } = catalogues.en.ledger.fault;
  const text = fault.kind === 'source' ? source[fault.source ?? 'invoice'] : texts[fault.kind];
  const values: Record<string, string> = faultValues(fault);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/**
 * Proves the ledgers of all tenants, one account after another, in short transactions of the worker's role. Prints the first
 * thing that does not hold, or what was proven, and returns the exit code: 0 where everything holds, else 1.
 */
export async function verifyLedgers(print: (line: string) => void): Promise<0 | 1> {
  const counts = { businesses: 0, accounts: 0, entries: 0 };
  for await (const tenant of inPages((after) => read(jobActor(job), (db) => listTenants(db, after)))) {
    const actor = jobActor(job, tenant.id);
    const place = `${tenant.name} (${tenant.id})`;
    for await (const account of inPages((after) => read(actor, (db) => listAccounts(db, after)))) {
      const outcome = await proveAccount((work) => read(actor, work), account.id);
      await write(actor, (db) => keepOutcome(db, { ...account, tenantId: tenant.id }, outcome));
      if (outcome.break) {
        const fault = toFault(outcome.break, account.currency);
        const row = fault.entryId ? `entry ${fault.entryId}: ` : '';
        print(`${place}, ${account.name} (${account.id}): ${row}${told(fault)}`);
        return 1;
      }
      counts.accounts += 1;
      counts.entries += outcome.held.postingNumber;
    }
    const broken = await read(actor, proveTenant);
    if (broken) {
      print(`${place}: ${broken.kind} ${broken.name}: ${tenantFaults[broken.reason]}.`);
      return 1;
    }
    counts.businesses += 1;
  }
  print(
    `The ledger holds: ${counts.entries} entries of ${counts.accounts} accounts in ${counts.businesses} businesses.`,
  );
  return 0;
}
