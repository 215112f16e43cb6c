import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

/** A mail as the server took it: its envelope, its octets and its parts. */
export type TakenMail = { from: string; to: string[]; raw: string; mail: ParsedMail };

/** What the server does next; each replaceable, for a test that wants a server with a fault. */
export type Manners = {
  /** An error ends the command with its code: `Object.assign(new Error('…'), { responseCode: 550 })`. */
  rcpt: (address: string) => Error | null;
  /** Called with the whole message; an error refuses it, a promise keeps the client waiting. */
  data: (taken: TakenMail) => Error | null | Promise<Error | null>;
};

export const reply = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/** A mail server on a free port of this machine that keeps what it takes. It has no TLS, and is stopped after the file. */
export async function smtpServer() {
  const taken: TakenMail[] = [];
  const polite: Manners = { rcpt: () => null, data: () => null };
  const manners: Manners = { ...polite };
  const server = new SMTPServer({
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], authOptional: true, logger: false, closeTimeout: 100 },
    onRcptTo: ({ address }, _session, done) => done(manners.rcpt(address)),
    onData: (stream, session, done) => {
      void read(stream).then(async (raw) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const mail = { from, to: rcptTo.map(({ address }) => address), raw, mail: await simpleParser(raw) };
        const refusal = await manners.data(mail);
        if (!refusal) taken.push(mail);
        done(refusal);
      }, done);
    },
  });
  server.on('error', () => {}); // connections that tests cut
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  return {
    port,
    taken,
    manners,
    /** Cuts every line, as a server that crashes. */
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    /** Forgets what was taken, and behaves again. */
    reset: () => {
      taken.length = 0;
      Object.assign(manners, polite);
    },
    /** The settings of a portal that sends here. */
    variables: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port), SMTP_TLS: 'none', SMTP_FROM: 'portal@mail.example' },
  };
}

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
