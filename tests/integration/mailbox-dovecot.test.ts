import { describe, expect, it } from 'vitest';
import { jobActor } from '@/lib/authz/job';
import { fetchAnswers } from '@/lib/mail/inbound/mailbox';
import { testDatabase } from '@/tests/support/database/database';
import { createAsked, mailOf, mailWithFile } from '@/tests/support/fixtures/answers';
import { dovecot, hasDovecot } from '@/tests/support/processes/dovecot';

const { owner } = await testDatabase();
const isThere = await hasDovecot();
if (!isThere)
  console.log('The mailbox of a real server is not tried: there is no Dovecot, and no Debian to install it from');

const job = { id: '', tenantId: null, kind: 'fetch_answers', arguments: {}, attempts: 1 };
const look = () => fetchAnswers(job, jobActor('fetch_answers', null), async () => true);

describe.skipIf(!isThere)('a Dovecot', () => {
  it('is read: answers become messages with their files, absence notes do not, each mail once', async () => {
    const server = await dovecot();
    Object.assign(process.env, { SMTP_HOST: '127.0.0.1', SMTP_FROM: 'portal@mail.example', ...server.variables });
    const { person, to, messages, files } = await createAsked(owner);
    expect(await look()).toEqual({ result: 'done' });
    await server.put(mailWithFile({ from: person.email, to }, 'See the notes.'));
    await server.put(mailOf({ from: person.email, to, head: ['Auto-Submitted: auto-replied'] }));
    await server.put(mailOf({ from: person.email, to, body: 'And on Tuesday.' }));
    expect(await look()).toEqual({ result: 'done' });
    const bodies = ['See the notes.', 'And on Tuesday.'];
    expect((await messages()).map(({ body }: { body: string }) => body)).toEqual(bodies);
    expect(await files()).toEqual([{ file_name: 'notes.txt' }]);
    expect(await server.unseen()).toBe(0);
    expect(await look()).toEqual({ result: 'done' });
    expect(await messages()).toHaveLength(2);
  });
});
