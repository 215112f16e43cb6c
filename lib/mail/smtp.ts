import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { SmtpSettings } from '@/lib/mail-settings';

/**
 * The answer of a mail server. `refusedAddress`: there is nobody at this address, now or later. `refusedMessage`: it will not take this
 * mail. `unconfirmed`: it got the whole message and did not say what became of it. `later`: anything else.
 */
export type Sent = { result: 'accepted' } | { result: Refusal; words: string };
export type Refusal = 'refusedAddress' | 'refusedMessage' | 'unconfirmed' | 'later';

/** Milliseconds. All of it must end within the lease of the job. */
const patience = { connection: 15_000, greeting: 15_000, silence: 60_000, whole: 150_000 };

type Given = { settings: SmtpSettings; to: string; raw: Buffer; limits?: Partial<typeof patience> };

/** Hands a message to the mail server, in a connection of its own. Never throws: the failure is the answer. */
export async function sendRaw({ settings, to, raw, limits }: Given): Promise<Sent> {
  const { host, port, tls, login, returnPath } = settings;
  const { connection, greeting, silence, whole } = { ...patience, ...limits };
  const transport = createTransport({
    ...{ host, port, secure: tls === 'implicit', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...{ connectionTimeout: connection, greetingTimeout: greeting, socketTimeout: silence },
  });
  let handedOver = false;
  const content = Readable.from([raw]).once('end', () => {
    handedOver = true;
  });
  const timer = setTimeout(() => transport.close(), whole);
  try {
    // An empty sender: nobody gets reports or absence notes about mail that a program sent (RFC 3834, RFC 5321 4.5.5).
    const sending = transport.sendMail({ envelope: { from: returnPath, to: [to] }, raw: content });
    await Promise.race([sending, overdue(whole)]);
    return { result: 'accepted' };
  } catch (error) {
    return { result: refusalOf(error, handedOver), words: wordsOf(error) };
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function overdue(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the mail server took too long')), milliseconds + 1000).unref();
  });
}

/** The class of a failure by the reply code and the command that it answered (RFC 5321 4.2.1). */
function refusalOf(error: unknown, handedOver: boolean): Refusal {
  const code = factOf(error, 'responseCode');
  const command = factOf(error, 'command');
  if (typeof code !== 'number') return handedOver ? 'unconfirmed' : 'later';
  // A 5xx to the sign-in or the sender is a fault of the settings, which the operator mends.
  if (code < 500) return 'later';
  if (command === 'RCPT TO') return 'refusedAddress';
  return command === 'DATA' ? 'refusedMessage' : 'later';
}

/** The server's reply, or the error of the connection, in one line. */
function wordsOf(error: unknown): string {
  const response = factOf(error, 'response');
  const words =
    typeof response === 'string' && response ? response : error instanceof Error ? error.message : 'unknown';
  return words.replace(/\s+/g, ' ').slice(0, 500);
}

function factOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
