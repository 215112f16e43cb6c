import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { GET as notices } from '@/app/api/client/notifications/route';
import { GET as updates } from '@/app/api/client/updates/route';
import { closeAll } from '@/lib/live/registry';
import { testDatabase } from '@/tests/support/database/database';
import { createNewsFixture } from '@/tests/support/fixtures/news';
import { call } from '@/tests/support/http/api';
import { openLive } from '@/tests/support/http/live';

const { owner } = await testDatabase();
afterAll(() => closeAll());

const step = fc.record({
  act: fc.constantFrom('draft', 'publish', 'correct', 'comment', 'answer', 'note', 'noteOnDraft'),
  /** Which of the two clients it is about, and which of its updates. */
  side: fc.constantFrom('ours', 'theirs'),
  which: fc.nat(3),
});

/** Texts carry whom they are for: `ours`, `theirs`, or `internal` for the team alone. */
const mark = (whom: string, at: number) => `${whom}-${at}`;

it('no history of updates and comments brings a client what is internal or of another client', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
    const made = await createNewsFixture(owner);
    const { person, stranger, projectId, otherProjectId, staff, admin } = made;
    const sides = {
      ours: { project: projectId, reader: person },
      theirs: { project: otherProjectId, reader: stranger },
    };
    const live = { ours: await openLive(person.token), theirs: await openLive(stranger.token) };
    const published: Record<'ours' | 'theirs', string[]> = { ours: [], theirs: [] };
    const drafts: Record<'ours' | 'theirs', string[]> = { ours: [], theirs: [] };
    const secret = new Set<string>();
    for (const [at, { act, side, which }] of steps.entries()) {
      const { project, reader } = sides[side];
      const update = published[side][which % Math.max(1, published[side].length)];
      const draft = drafts[side][which % Math.max(1, drafts[side].length)];
      const text = { title: mark(side, at), body: mark(side, at) };
      if (act === 'draft') {
        const { body } = await made.post({ title: mark('internal', at), body: mark('internal', at) }, staff, project);
        drafts[side].push(body.data.id);
        secret.add(body.data.id);
      } else if (act === 'publish')
        published[side].push((await made.post({ ...text, publish: true }, staff, project)).body.data.id);
      else if (act === 'correct' && side === 'ours' && update) await made.change(update, { body: mark(side, at) });
      else if (act === 'comment' && update) await made.comment(update, mark(side, at), reader);
      else if (act === 'answer' && update) await made.teamComment(update, mark(side, at), which % 2 ? staff : admin);
      else if (act === 'note' && update) await made.note(update, mark('internal', at), which % 2 ? staff : admin);
      else if (act === 'noteOnDraft' && draft) await made.note(draft, mark('internal', at));
    }
    // A last update of each side shows that all messages before it have come.
    const last = { ours: '', theirs: '' };
    for (const side of ['ours', 'theirs'] as const) {
      last[side] = (
        await made.post({ title: mark(side, 99), body: 'Done', publish: true }, staff, sides[side].project)
      ).body.data.id;
      await vi.waitFor(
        () => expect(live[side].events.some(({ data }) => data.record === last[side])).toBe(true),
        3_000,
      );
    }
    for (const [side, other] of [
      ['ours', 'theirs'],
      ['theirs', 'ours'],
    ] as const) {
      const { token } = sides[side].reader;
      const shown = [
        await call(updates, { token, query: '?limit=200' }),
        await call(notices, { token, query: '?limit=200' }),
      ];
      const text = JSON.stringify([...shown.map(({ body }) => body), live[side].events]);
      expect(text).toContain(mark(side, 99));
      expect(text).not.toMatch(new RegExp(`internal-|${other}-`));
      for (const id of [...secret, ...published[other], sides[other].project]) expect(text).not.toContain(id);
    }
    for (const { close } of Object.values(live)) close();
  });
  await fc.assert(property, { numRuns: 8 });
}, 120_000);
