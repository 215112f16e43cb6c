import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { clientDesk, supportBusiness, teamDesk } from '@/tests/support/fixtures/tickets';
import { fileOf, smallPdf } from '@/tests/support/http/upload';

// Random histories of tickets: whatever people do, no client finds a note, a note's file or a foreign ticket in any answer.
// 1,000 of them by `npm run test:long`.
const histories = Math.min(1_000, Number(process.env.ORIEL_MODEL_RUNS ?? 12));

const { owner } = await testDatabase();
await testStorage();

const step = fc.record({
  what: fc.constantFrom(
    'open',
    'reply',
    'answer',
    'note',
    'noteWithFile',
    'answerWithFile',
    'close',
    'reopen',
    'assign',
  ),
  person: fc.integer({ min: 0, max: 3 }),
  ticket: fc.nat({ max: 20 }),
});

type Opened = { id: string; owner: number };

it('no history shows a client what is internal or another’s', { timeout: 120_000 + histories * 10_000 }, async () => {
  const [here, there] = [await supportBusiness(owner), await supportBusiness(owner)];
  const people = [here.person, here.sam, here.stranger, there.person].map(({ token }) => clientDesk(token));
  const teams = [here.staff, here.admin, here.staff, there.staff].map(({ token }) => teamDesk(token));
  const opened: Opened[] = [];
  let secrets = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      for (const { what, person: who, ticket } of steps) {
        const [person, team] = [people[who], teams[who]];
        if (!person || !team) continue;
        if (what === 'open') {
          const { body } = await person.open({ subject: `OWNER${who}`, body: `OWNER${who} asks` });
          opened.push({ id: body.data.id, owner: who });
          continue;
        }
        const chosen = opened[ticket % Math.max(1, opened.length)];
        if (!chosen) continue;
        secrets += 1;
        const file = () => [fileOf(`SECRET-${secrets}.pdf`, smallPdf(`SECRET ${secrets}`))];
        if (what === 'reply') await person.reply(chosen.id, `OWNER${who} replies`);
        if (what === 'answer') await team.answer(chosen.id, 'An answer');
        if (what === 'note') await team.note(chosen.id, `SECRET ${secrets}`);
        if (what === 'noteWithFile') await team.answerWith(chosen.id, file(), [['is_internal', 'true']]);
        if (what === 'answerWithFile') await team.answerWith(chosen.id, [fileOf('open.pdf', smallPdf('open'))]);
        if (what === 'close') await team.change(chosen.id, { status: 'closed' });
        if (what === 'reopen') await team.change(chosen.id, { status: 'open' });
        if (what === 'assign') await team.change(chosen.id, { assignee_id: here.admin.id });
      }
      await expectNothingShown(people, opened);
    }),
    { numRuns: histories },
  );
  const { rows } = await owner.query('select count(*)::int as notes from ticket_notes');
  expect(rows[0].notes).toBeGreaterThan(0);
});

async function expectNothingShown(people: ReturnType<typeof clientDesk>[], opened: Opened[]): Promise<void> {
  const { rows: hidden } = await owner.query<{ id: string; ticket_id: string }>(
    'select id, ticket_id from ticket_attachments where note_id is not null order by created_at desc limit 3',
  );
  for (const [who, person] of people.entries()) {
    const list = await person.tickets('?limit=200');
    const ids = list.body.data.map(({ id }: { id: string }) => id);
    expect(ids.sort()).toEqual(
      opened
        .filter(({ owner: of }) => of === who)
        .map(({ id }) => id)
        .sort(),
    );
    const answers = [list, await person.tickets('?search=SECRET')];
    expect(answers[1]?.body.data).toEqual([]);
    for (const { id, owner: of } of opened.slice(-8)) {
      const [ticket, messages] = [await person.ticket(id), await person.messages(id, '?limit=200')];
      expect([ticket.status, messages.status]).toEqual(of === who ? [200, 200] : [404, 404]);
      answers.push(ticket, messages);
    }
    const shown = JSON.stringify(answers.map(({ body }) => body));
    expect(shown).not.toContain('SECRET');
    for (const other of [0, 1, 2, 3].filter((one) => one !== who)) expect(shown).not.toContain(`OWNER${other}`);
    for (const { id, ticket_id: ticket } of hidden) expect((await person.file(ticket, id)).status).toBe(404);
  }
}
