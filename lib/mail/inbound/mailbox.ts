import { ImapFlow } from 'imapflow';
import { env } from '@/lib/env';
import { done, type JobHandler } from '@/lib/jobs/job';
import { log } from '@/lib/log';
import { mostOctets } from '@/lib/mail/inbound/parse';
import { receiveMail } from '@/lib/mail/inbound/receive';

/** Mails that one look at the mailbox reads, so that it ends within its lease. */
const mostMails = 50;

/** Reads the answers that the mailbox has received, and marks them as seen. Does nothing where no mailbox is set up. */
export const fetchAnswers: JobHandler = async () => {
  const { imap } = env().mail;
  if (!imap) return done;
  const { host, port, tls, login, replyTo } = imap;
  const auth = { user: login.user, pass: login.password };
  const box = new ImapFlow({ host, port, secure: tls, auth, logger: false, socketTimeout: 60_000 });
  box.on('error', () => {}); // a cut line also rejects the command that waits
  await box.connect();
  try {
    const lock = await box.getMailboxLock('INBOX');
    try {
      const unseen = (await box.search({ seen: false }, { uid: true })) || [];
      for (const uid of unseen.slice(0, mostMails)) await fetchOne(box, uid, replyTo);
    } finally {
      lock.release();
    }
  } finally {
    await box.logout().catch(() => box.close());
  }
  return done;
};

async function fetchOne(box: ImapFlow, uid: number, replyTo: string): Promise<void> {
  const head = await box.fetchOne(String(uid), { size: true }, { uid: true });
  const isSmall = head && (head.size ?? 0) <= mostOctets;
  const mail = isSmall ? await box.fetchOne(String(uid), { source: true }, { uid: true }) : null;
  const source = mail ? mail.source : undefined;
  const result = source ? await receiveMail(source, replyTo) : 'tooLarge';
  log().info({ result }, 'a mail was received');
  await box.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
}
