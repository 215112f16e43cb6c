import { ImapFlow } from 'imapflow';
import { env } from '@/lib/env';
import { done, type JobHandler } from '@/lib/jobs/job';
import { log } from '@/lib/log';
import { loggedError } from '@/lib/logged-error';
import { mostOctets } from '@/lib/mail/inbound/parse';
import { receiveMail } from '@/lib/mail/inbound/receive';
import type { ImapSettings } from '@/lib/mail-settings';

/** Mails that one look at the mailbox reads, so that it ends within its lease. */
const mostMails = 50;

/** Milliseconds. All of it must end within the lease of the job. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** Seconds until the next look after a failed one: soon, because an answer that waits is somebody's question. */
const pauseAfterFailure = 120;

/**
 * Reads the answers that the mailbox has received, and marks them as seen. Does nothing where no mailbox is set up. A mail that cannot
 * be taken now stays unseen for the next look, and holds up none behind it.
 */
export const fetchAnswers: JobHandler = async () => {
  const { imap } = env().mail;
  if (!imap) return done;
  try {
    await readMailbox(imap);
    return done;
  } catch (error) {
    log().warn({ err: error }, 'the mailbox could not be read and is tried again');
    return { result: 'again', error: loggedError(error).message ?? 'unknown', seconds: pauseAfterFailure };
  }
};

async function readMailbox({ host, port, tls, login, replyTo }: ImapSettings): Promise<void> {
  const auth = { user: login.user, pass: login.password };
  const box = new ImapFlow({ host, port, secure: tls, auth, logger: false, ...patience });
  box.on('error', () => {}); // a cut line also rejects the command that waits
  await box.connect();
  const failures: unknown[] = [];
  try {
    const lock = await box.getMailboxLock('INBOX');
    try {
      const unseen = (await box.search({ seen: false }, { uid: true })) || [];
      for (const uid of unseen.slice(0, mostMails)) {
        if (!box.usable) throw new Error('the connection was lost');
        await fetchOne(box, uid, replyTo).catch((error: unknown) => failures.push(error));
      }
    } finally {
      lock.release();
    }
  } finally {
    await box.logout().catch(() => box.close());
  }
  if (failures.length > 0) throw failures[0];
}

async function fetchOne(box: ImapFlow, uid: number, replyTo: string): Promise<void> {
  const head = await box.fetchOne(String(uid), { size: true }, { uid: true });
  if (!head) return; // another reader of the box has taken it away
  const isSmall = (head.size ?? 0) <= mostOctets;
  const mail = isSmall ? await box.fetchOne(String(uid), { source: true }, { uid: true }) : null;
  const source = mail ? mail.source : undefined;
  if (isSmall && !source) throw new Error('a mail came without its octets');
  const result = source ? await receiveMail(source, replyTo) : 'tooLarge';
  log().info({ result }, 'a mail was received');
  await box.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
}
