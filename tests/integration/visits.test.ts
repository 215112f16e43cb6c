import { describe, expect, it } from 'vitest';
import { identifyToken } from '@/lib/auth/identify';
import { clientUser } from '@/lib/authz/guards';
import { read, write } from '@/lib/authz/scope';
import { recordVisit } from '@/lib/visits/commands';
import { findVisit } from '@/lib/visits/queries';
import { isNew } from '@/lib/visits/rule';
import { testDatabase } from '@/tests/support/database/database';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { freshOrigin } from '@/tests/support/identity/account';

const { owner } = await testDatabase();

/** An actor that reads documents, and a clock that the test sets. */
async function visitor() {
  const { person } = await createTenantFixture(owner);
  const actor = clientUser({ identity: await identifyToken(person.token), origin: freshOrigin() });
  return {
    look: () => read(actor, (db) => findVisit(db, actor.userId, 'documents')),
    record: () => write(actor, (db) => recordVisit(db, { place: 'documents' }, actor)),
    pass: (minutes: number) =>
      owner.query(
        `update visits set seen_at = seen_at - $2 * interval '1 minute', previous_at = previous_at - $2 * interval '1 minute'
         where user_id = $1`,
        [actor.userId, minutes],
      ),
  };
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('what is new since the last visit', () => {
  it('is the last two weeks on a first visit, and stays so during that visit', async () => {
    const { look, record } = await visitor();
    const days = (count: number) => ago(count * 24 * 60);
    for (let looks = 0; looks < 3; looks++) {
      const visit = await look();
      expect([visit.isReturning, isNew(days(13), visit), isNew(days(15), visit)]).toEqual([false, true, false]);
      await record();
    }
  });

  it('is what came after the visit before', async () => {
    const { look, record, pass } = await visitor();
    await record();
    await pass(120);
    const before = await look();
    expect([before.unrecorded, isNew(ago(130), before), isNew(ago(110), before)]).toEqual([true, false, true]);
    await record();
    expect((await look()).isReturning).toBe(true);
    const during = await look();
    expect([during.unrecorded, isNew(ago(130), during), isNew(ago(110), during)]).toEqual([false, false, true]);
  });

  it('stays marked for half an hour of looking around, and then no longer', async () => {
    const { look, record, pass } = await visitor();
    await record();
    await pass(120);
    await record();
    await pass(20);
    await record();
    expect(isNew(ago(110), await look())).toBe(true);
    await pass(40);
    expect(isNew(ago(110), await look())).toBe(false);
  });

  it('is one’s own: another person’s visit changes nothing', async () => {
    const [one, other] = [await visitor(), await visitor()];
    await one.record();
    expect((await other.look()).unrecorded).toBe(true);
  });
});
