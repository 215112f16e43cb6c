import { describe, expect, it } from 'vitest';
import { allowedSteps, documentStatuses, refuseStep } from '@/lib/documents/transitions/rule';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture, type DocumentFixture, putInto } from '@/tests/support/fixtures/documents';
import { auditOf } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();
await testStorage();

// The rule is tested cell by cell in tests/unit/document-transitions.test.ts; these tests prove that the doors apply it.
const codes = { adminsOnly: 403, ownUpload: 403, notFromHere: 409 };

const desks: { requiresApproval: boolean; fixture: DocumentFixture; id: string }[] = [];
for (const requiresApproval of [true, false]) {
  const fixture = await createDocumentFixture(owner, { requiresApproval });
  desks.push({ requiresApproval, fixture, id: await fixture.uploadDocument() });
}

describe.each(desks)('where approval is required: $requiresApproval', ({ requiresApproval, fixture, id }) => {
  const rule = { requiresApproval, forbidsOwnApproval: false };
  const cells = (['admin', 'staff'] as const).flatMap((userType) =>
    documentStatuses.flatMap((from) => documentStatuses.map((to) => ({ userType, from, to }))),
  );

  it.each(cells)('$userType: $from → $to', async ({ userType, from, to }) => {
    const by = fixture[userType];
    const taker = { userType, isUploader: userType === 'admin' };
    await putInto(owner, id, from);
    const refusal = refuseStep(from, to, rule, taker);
    const { status, body } = await fixture.move(id, to, { by });
    const after = await fixture.show(id, by);
    expect(after.allowed).toEqual(allowedSteps(after.status, rule, taker));
    if (refusal === null) {
      expect([status, body.data?.status, after.status]).toEqual([200, to, to]);
      expect(after.published_version).toBe(to === 'published' ? 1 : null);
      expect(after.transitions[0]).toMatchObject({ from, to, actor_name: by.name });
    } else {
      expect([status, after.status]).toEqual([codes[refusal], from]);
      if (refusal === 'notFromHere') expect(body.allowed).toEqual(allowedSteps(from, rule, taker));
    }
  });
});

describe('a forbidden step', () => {
  it('is refused in words: the state, the person who set it, and the possible next states', async () => {
    const { uploadDocument, move, admin } = await createDocumentFixture(owner, { requiresApproval: true });
    const id = await uploadDocument();
    const first = await move(id, 'published');
    expect(first.body).toMatchObject({ status: 409, allowed: ['pending'] });
    expect(first.body.detail).toBe('This document is a draft. It has to be submitted for approval first.');
    await move(id, 'pending');
    const second = await move(id, 'published');
    expect(second.body.allowed).toEqual(['approved', 'rejected']);
    expect(second.body.detail).toBe(
      `This document is pending, by ${admin.name}. From here it can become: approved or rejected.`,
    );
  });

  it('a state that there is none of is a 422', async () => {
    const { uploadDocument, move } = await createDocumentFixture(owner);
    expect((await move(await uploadDocument(), 'archived')).body.errors.to).toHaveLength(1);
  });
});

describe('approving one’s own upload', () => {
  it('is refused to whoever uploaded the newest version, where the type says so, and not to others', async () => {
    const { uploadDocument, uploadVersion, move, admin, staff } = await createDocumentFixture(owner, {
      requiresApproval: true,
      forbidsOwnApproval: true,
    });
    const id = await uploadDocument({ by: admin });
    await move(id, 'pending');
    expect((await move(id, 'approved', { by: admin })).status).toBe(403);
    expect((await move(id, 'approved', { by: staff })).status).toBe(200);
    await uploadVersion(id, 'second', staff);
    await move(id, 'pending', { by: staff });
    expect((await move(id, 'approved', { by: staff })).body.detail).toMatch(/someone else has to approve/);
    expect((await move(id, 'approved', { by: admin })).status).toBe(200);
  });
});

describe('a step', () => {
  it('is recorded with person, reason and both states, in the audit trail too', async () => {
    const { uploadDocument, move, show, staff } = await createDocumentFixture(owner);
    const id = await uploadDocument();
    await move(id, 'pending');
    await move(id, 'rejected', { by: staff, reason: 'The north wall is missing.' });
    expect((await show(id)).transitions).toMatchObject([
      { from: 'pending', to: 'rejected', reason: 'The north wall is missing.', actor_name: staff.name },
      { from: 'draft', to: 'pending', reason: null },
    ]);
    const trail = await auditOf(owner, id);
    expect(trail.map(({ action }) => action)).toEqual(['document.uploaded', 'document.submitted', 'document.rejected']);
    expect(trail[2]?.actor_id).toBe(staff.id);
  });

  it('that meant an older version is a 409, and one that meant the newest is taken', async () => {
    const { uploadDocument, uploadVersion, move } = await createDocumentFixture(owner);
    const id = await uploadDocument();
    await uploadVersion(id, 'second');
    const late = await move(id, 'published', { version: 1 });
    expect([late.status, late.body.detail]).toEqual([
      409,
      'There is now a newer version, number 2. Please look at it first.',
    ]);
    expect((await move(id, 'published', { version: 2 })).status).toBe(200);
  });
});

describe('two at once', () => {
  it('publishing and rejecting: one wins, the other is told what happened', async () => {
    const { uploadDocument, move, admin, addPerson, show } = await createDocumentFixture(owner, {
      requiresApproval: true,
    });
    const other = await addPerson('admin');
    for (let round = 0; round < 6; round++) {
      const id = await uploadDocument();
      await putInto(owner, id, 'approved');
      const answers = await Promise.all([
        move(id, 'published', { by: admin }),
        move(id, 'rejected', { by: other, reason: 'Not yet' }),
      ]);
      const [publish, reject] = answers;
      const won = (await show(id)).status;
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(won).toBe(publish.status === 200 ? 'published' : 'rejected');
      const lost = publish.status === 200 ? reject : publish;
      const winner = publish.status === 200 ? admin : other;
      expect(lost.body.detail).toContain(`This document is ${won}, by ${winner.name}.`);
      expect(lost.body.allowed).toEqual(won === 'published' ? ['approved'] : ['draft']);
      expect((await show(id)).transitions).toHaveLength(1);
    }
  });

  it('publishing while a newer version arrives: never a version that nobody saw', async () => {
    const { uploadDocument, uploadVersion, move, show } = await createDocumentFixture(owner);
    for (let round = 0; round < 4; round++) {
      const id = await uploadDocument();
      const [publish] = await Promise.all([move(id, 'published', { version: 1 }), uploadVersion(id, 'second')]);
      const { published_version, version, status } = await show(id);
      expect([version, status]).toEqual([2, 'draft']);
      expect(published_version).toBe(publish.status === 200 ? 1 : null);
    }
  });

  it('two new versions get two numbers', async () => {
    const { uploadDocument, uploadVersion, show } = await createDocumentFixture(owner);
    const id = await uploadDocument();
    const both = await Promise.all([uploadVersion(id, 'second'), uploadVersion(id, 'third')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await show(id)).versions.map(({ number }: { number: number }) => number)).toEqual([3, 2, 1]);
  });
});
