import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { writerByMail } from '@/lib/auth/by-mail';
import { mailedPerson } from '@/lib/auth/mailed-facts';
import { hashSecret } from '@/lib/auth/secret-hash';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { jobActor } from '@/lib/authz/job';
import { read, write } from '@/lib/authz/scope';
import { AppError } from '@/lib/errors';
import { type Answer, readAnswer } from '@/lib/mail/inbound/parse';
import { keepFiles } from '@/lib/storage/keep';
import { type SpooledFile, spoolUpload } from '@/lib/storage/spool';
import { answerWithFiles, mostFiles, replyWithFiles } from '@/lib/support/uploads';

const worker = jobActor('answers');

/**
 * Puts the answer in a mail on its ticket, in the name of its sender, with its attachments. A mail is read once, also when the mailbox
 * shows it again. Returns what came of it: `accepted`, `repeated` or the reason why it was dropped.
 */
export async function receiveMail(raw: Buffer, replyTo: string): Promise<string> {
  const digest = new Uint8Array(
    createHash('sha256')
      .update(messageIdOf(raw) ?? raw)
      .digest(),
  );
  const known = await read(worker, (db) => db.receivedMail.findUnique({ where: { digest }, select: { id: true } }));
  if (known) return 'repeated';
  const answer = await readAnswer(raw, replyTo);
  const id = uuidv7();
  const { result, tenantId } = 'dropped' in answer ? { result: answer.dropped, tenantId: null } : await put(answer, id);
  const data = [{ id, tenantId, digest, result }];
  await write(worker, (db) => db.receivedMail.createMany({ data, skipDuplicates: true }));
  return result;
}

function messageIdOf(raw: Buffer): string | null {
  return /^message-id:\s*(<[^>\r\n]{1,900}>)/im.exec(raw.subarray(0, 100_000).toString('latin1'))?.[1] ?? null;
}

async function put(answer: Answer, mailId: string): Promise<{ result: string; tenantId: string | null }> {
  const tokenHash = hashSecret(answer.token);
  const select = { tenantId: true, userId: true, ticketId: true } as const;
  const address = await read(worker, (db) => db.replyAddress.findUnique({ where: { tokenHash }, select }));
  if (!address) return { result: 'unknownAddress', tenantId: null };
  const { tenantId, userId, ticketId } = address;
  const person = await mailedPerson(userId);
  if (person?.email !== answer.sender) return { result: 'notTheirAddress', tenantId };
  try {
    await writeAnswer(await writerByMail(userId, mailId), ticketId, answer);
    return { result: 'accepted', tenantId };
  } catch (error) {
    if (error instanceof AppError && error.code !== 'UNAVAILABLE')
      return { result: `refused: ${error.reason?.key ?? error.code}`, tenantId };
    throw error;
  }
}

/** The message of an answer. A file that may not be uploaded is left out, and the message says so. */
async function writeAnswer(actor: ClientActor | TeamActor, id: string, { body, files }: Answer): Promise<void> {
  const spooled: SpooledFile[] = [];
  const left: string[] = [];
  for (const { fileName, content } of files) {
    const file = spooled.length < mostFiles ? await spool(fileName, content) : null;
    if (file) spooled.push(file);
    else left.push(fileName);
  }
  try {
    const parts = [body || '…', ...left.map((name) => `(${name.slice(0, 200)})`)].join('\n\n');
    const input = { id, body: parts };
    const keep = <T>(sent: readonly SpooledFile[], work: Parameters<typeof keepFiles<T>>[2]) =>
      keepFiles(actor, sent, work, 'attachment');
    if (actor.userType === 'client') await replyWithFiles(spooled, input, actor, keep);
    else await answerWithFiles(spooled, input, actor, keep);
  } finally {
    await Promise.all(spooled.map((file) => file.discard()));
  }
}

async function spool(fileName: string, content: Buffer): Promise<SpooledFile | null> {
  const { signal } = new AbortController();
  try {
    return await spoolUpload(Readable.from([content]), {
      ...{ kind: 'attachment', fileName, field: 'files', signal },
      count: () => undefined,
    });
  } catch (error) {
    if (error instanceof AppError && error.code !== 'UNAVAILABLE') return null;
    throw error;
  }
}
