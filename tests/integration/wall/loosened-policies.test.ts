import { describe, expect, test } from 'vitest';
import { actingAs, everybody, kindOf, undone } from '@/tests/integration/wall/acting-as';
import { seedFixedWorld } from '@/tests/integration/wall/fixed-world';
import { everyLoosening, type Loosening, type PolicyCommand } from '@/tests/integration/wall/loosening';
import { readDifferences } from '@/tests/integration/wall/seeing';
import { addingDifferences, changingDifferences, removingDifferences } from '@/tests/integration/wall/writing';
import { testDatabase } from '@/tests/support/database/database';

const { owner } = await testDatabase();
const world = await seedFixedWorld(owner);
const people = everybody(world);
const loosenings = await everyLoosening(owner);
const every = [readDifferences, addingDifferences, changingDifferences, removingDifferences];
/** The checks that a policy can make a difference to: of one for reading all, because what is changed or removed is read before. */
const checksOf: Record<PolicyCommand, typeof every> = {
  ...{ ALL: every, SELECT: every },
  ...{ INSERT: [addingDifferences], UPDATE: [changingDifferences], DELETE: [removingDifferences] },
};

/** The first difference from the oracle that the checks report for the table and the role; undefined if there is none. */
async function noticed({ table, role, command }: Loosening): Promise<string | undefined> {
  const affected = people.filter(({ kind }) => kindOf(role) === kind);
  for (const check of checksOf[command])
    for (const me of affected) {
      const [difference] = await actingAs(owner, me, () => check(owner, world, me, table));
      if (difference) return difference;
    }
  return undefined;
}

// Conditions that a key or another policy enforces as well, so that loosening them has no effect. They stay: a policy
// should be correct on its own.
const heldTwice: { which: RegExp; by: string }[] = [
  {
    which: /^audit_archives_worker_delete using true/,
    by: 'the worker reads the archives of its own tenant only, and what is deleted is read before',
  },
  {
    which:
      /^(?!support|audit|stored_files)\w+_(staff|admin|team|admin_insert|team_insert) with check without \(tenant_id/,
    by: 'the row is signed by me, and the key (tenant_id, its author) to users allows my own tenant only',
  },
  {
    which: /^(photos|project_updates)_team with check true/,
    by: 'the restrictive policy _own_name, and the same key',
  },
  {
    which: /^support_tickets_client_insert with check without \(tenant_id/,
    by: 'the key (tenant_id, client_user_id) to users: I belong to one tenant',
  },
  {
    which: /^support_tickets_team_insert with check without \(tenant_id/,
    by: 'the key (tenant_id, opened_by_id) to users: I belong to one tenant',
  },
  {
    which: /^support_tickets_client_update with check without \(client_user_id/,
    by: 'USING: the ticket was mine before, and whose it is cannot be changed',
  },
  {
    which: /^ticket_reads_team using without \(tenant_id/,
    by: 'the row is mine, and the key (tenant_id, user_id) to users allows my own tenant only',
  },
  {
    which: /^document_downloads_client with check without \(client_id/,
    by: 'the document is one I see, and the key (tenant_id, client_id, document_id) says whose it is',
  },
  {
    which: /^invoice_lines_admin with check true/,
    by: 'the restrictive policy _draft_insert: the invoice is one I see, and the key (tenant_id, client_id, invoice_id)',
  },
  {
    which: /^payment_allocations_admin with check true/,
    by: 'its trigger, which has to find the invoice among those that I may change',
  },
  {
    which: /^payment_claims_admin_update with check without \(tenant_id/,
    by: 'USING: the claim was of my tenant before, and whose it is cannot be changed',
  },
  {
    which: /^payment_claims_client_insert with check without \(client_id/,
    by: 'the restrictive policy _issued: the invoice is one I see, and the key (tenant_id, client_id, invoice_id)',
  },
  {
    which: /^stored_files_client_insert with check without \(tenant_id/,
    by: 'the key (tenant_id, proof_by_id) to users: I belong to one tenant',
  },
  {
    which: /^stored_files_client_update with check true/,
    by: 'USING: the proof was mine before, and whose it is cannot be changed',
  },
  {
    which: /^stored_files_client_delete using without \(+proof_by_id/,
    by: 'the policy for reading: of the files without a record I see my own proofs only',
  },
  {
    which: /^phase_date_changes_client using without \(client_id/,
    by: 'the project is one I see, and the key (tenant_id, client_id, project_id) says whose the row is',
  },
  {
    which: /^(documents|phases|photos|project_updates|projects)_guest using without \(client_id/,
    by: 'the chosen projects, which the key (tenant_id, client_id, project_id) holds within the client of the pass',
  },
  {
    which: /^guest_visits_client using without \(user_id/,
    by: 'the passes that I see, which are mine',
  },
  { which: /^ledger_entries_guest using without \(party_type/, by: 'there is one type of party so far' },
  {
    which: /^imports_admin with check true/,
    by: 'the restrictive policy _own_name, and the key (tenant_id, created_by_id) to users',
  },
  {
    which: /^import_records_admin with check true/,
    by: 'the restrictive policy _written: the import is one I see, and the key (tenant_id, import_id)',
  },
  {
    which: /^imports_definer_delete using without \(tenant_id/,
    by: 'the policy for reading: I see the imports of my tenant only',
  },
  {
    which: /^audit_entries_definer_delete using/,
    by: 'the trigger keep_unsealed_lines: no sealed archive covers a line of another business either',
  },
  { which: /^ledger_entries_client using without \(party_type/, by: 'there is one type of party so far' },
];

const isHeldTwice = ({ policy, what }: Loosening) => heldTwice.some(({ which }) => which.test(`${policy} ${what}`));

describe('a policy that says yes to everything, or asks one thing less, is noticed', () => {
  test.each(loosenings)('$policy to $role, $what', async (loosening) => {
    const difference = await undone(owner, async () => {
      await owner.query(loosening.sql);
      return noticed(loosening);
    });
    if (isHeldTwice(loosening)) expect(difference).toBeUndefined();
    else expect(difference).toBeDefined();
  });

  test('there are policies to loosen', () => expect(loosenings.length).toBeGreaterThan(100));
});
