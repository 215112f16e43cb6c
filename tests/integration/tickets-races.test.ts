import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { supportBusiness } from '@/tests/support/fixtures/tickets';

const { owner } = await testDatabase();

const textsOf = (answer: { body: { data: { messages: { body: string }[] } } }) =>
  answer.body.data.messages.map(({ body }) => body);

describe('a reply and a closing', () => {
  it('the reply comes last: both messages are kept, and the ticket is open', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    const { id } = await opened();
    await team.answer(id, 'Done, I close it.', { close: true });
    await jane.reply(id, 'Wait.');
    const now = await jane.ticket(id);
    expect(textsOf(now)).toEqual(['In the kitchen.', 'Done, I close it.', 'Wait.']);
    expect(now.body.data.status).toBe('open');
  });

  it('the closing comes last: both messages are kept, and the ticket is closed', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    const { id } = await opened();
    await jane.reply(id, 'Wait.');
    await team.answer(id, 'Done, I close it.', { close: true });
    const now = await jane.ticket(id);
    expect(textsOf(now)).toEqual(['In the kitchen.', 'Wait.', 'Done, I close it.']);
    expect(now.body.data.status).toBe('closed');
  });

  it('at once, again and again: nothing is lost, and the status is that of the later one', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    for (let round = 0; round < 12; round++) {
      const { id } = await opened();
      const answers = await Promise.all([
        jane.reply(id, 'Wait.'),
        team.answer(id, 'Done.', { close: true }),
        jane.reply(id, 'One more thing.'),
        team.note(id, 'Hm.'),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      const { messages, status, turn } = (await jane.ticket(id)).body.data;
      expect(messages).toHaveLength(4);
      const isAnswered = messages.at(-1).by_client === false;
      expect([status, turn]).toEqual(isAnswered ? ['closed', 'nobody'] : [expect.not.stringMatching('closed'), 'team']);
    }
  });

  it('two closings at once: one is told that it was closed', async () => {
    const { team, admins, opened } = await supportBusiness(owner);
    const { id } = await opened();
    const closed = await Promise.all([team, admins].map((caller) => caller.change(id, { status: 'closed' })));
    expect(closed.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a reply that crosses another', () => {
  it('is not sent: the other is shown, with what to send to write all the same', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    const { id } = await opened();
    const { id: answerId } = (await team.answer(id, 'We come on **Friday**.')).body.data;
    const crossing = await jane.reply(id, { body: 'When do you come?', seen_message_id: id });
    expect([crossing.status, crossing.body.last_message_id]).toEqual([409, answerId]);
    expect(crossing.body.detail).toContain('We come on Friday.');
    expect((await jane.ticket(id)).body.data.messages).toHaveLength(2);
    expect((await jane.reply(id, { body: 'Fine.', seen_message_id: answerId })).status).toBe(201);
    expect((await team.answer(id, 'See you.', { seen_message_id: answerId })).status).toBe(409);
  });

  it('is sent where the newer message is the writer’s own, or a note', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    const { id } = await opened();
    await jane.reply(id, 'And the door.');
    await team.note(id, 'Hm.');
    expect((await jane.reply(id, { body: 'And the roof.', seen_message_id: id })).status).toBe(201);
  });

  it('two answers of colleagues at once: the second is shown the first', async () => {
    const { team, admins, opened } = await supportBusiness(owner);
    const { id } = await opened();
    const sent = await Promise.all(
      [team, admins].map((caller) => caller.answer(id, 'I come by.', { seen_message_id: id })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('the same request sent twice', () => {
  it('by a program is two tickets, and one with an idempotency key', async () => {
    const { jane } = await supportBusiness(owner);
    await Promise.all([jane.open(), jane.open()]);
    expect((await jane.tickets()).body.data).toHaveLength(2);
    const keyed = await Promise.all([jane.open({}, { key: 'once' }), jane.open({}, { key: 'once' })]);
    expect(keyed.map(({ body }) => body.data.id)).toEqual([keyed[0]?.body.data.id, keyed[0]?.body.data.id]);
    expect((await jane.tickets()).body.data.map(({ number }: { number: number }) => number).sort()).toEqual([1, 2, 3]);
  });

  it('a reply with a key is one message', async () => {
    const { jane, opened } = await supportBusiness(owner);
    const { id } = await opened();
    for (let times = 0; times < 2; times++) await jane.reply(id, 'Hello', { key: 'same' });
    expect((await jane.ticket(id)).body.data.messages).toHaveLength(2);
  });
});

it('numbers have no gaps, whatever was refused between them', async () => {
  const { jane, samDesk } = await supportBusiness(owner);
  await Promise.all([
    ...Array.from({ length: 6 }, (_, at) => (at % 2 ? jane : samDesk).open()),
    jane.open({ about: { type: 'phase', id: '01900000-0000-7000-8000-000000000000' } }),
  ]);
  const numbers = [...(await jane.tickets()).body.data, ...(await samDesk.tickets()).body.data];
  expect(numbers.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
});
