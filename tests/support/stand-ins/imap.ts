import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

/** A mail in the box: what arrived, and whether it is marked as seen. */
export type BoxedMail = { uid: number; raw: Buffer; seen: boolean };

/** Called before a command is done, with its name: `cut` ends the connection instead, `refuse` says no. */
type Manners = { before: (command: string) => 'cut' | 'refuse' | undefined };

const login = { user: 'replies', password: 'secret' };

/**
 * A mailbox that speaks what a reader of mail needs of IMAP (RFC 3501): LOGIN, SELECT, UID SEARCH, FETCH and STORE. For faults that no
 * real server shows when asked to; tests/integration/mailbox-dovecot.test.ts has a real one. It is stopped after the file.
 */
export async function imapServer() {
  const mails: BoxedMail[] = [];
  const log: string[] = [];
  const manners: Manners = { before: () => undefined };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {}); // lines that are cut
    const say = (lines: string[]) => socket.write(lines.map((line) => `${line}\r\n`).join(''));
    say(['* OK ready']);
    createInterface({ input: socket }).on('line', (line) => {
      const [, tag = '*', rest = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
      const name = /^(?:UID )?\S+/i.exec(rest)?.[0].toUpperCase() ?? '';
      log.push(name);
      const otherwise = manners.before(name);
      if (otherwise === 'cut') {
        socket.destroy();
        return;
      }
      say(otherwise === 'refuse' ? [`${tag} NO not now`] : answer(mails, tag, name, rest));
      if (name === 'LOGOUT') socket.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    mails,
    log,
    manners,
    put: (raw: Buffer) => mails.push({ uid: mails.length + 1, raw, seen: false }),
    /** The settings of a portal that reads here. */
    variables: {
      ...{ IMAP_HOST: '127.0.0.1', IMAP_PORT: String(port), IMAP_TLS: 'none' },
      ...{ IMAP_USER: login.user, IMAP_PASSWORD: login.password, IMAP_REPLY_TO: 'replies@mail.example' },
    },
  };
}

/** The lines that answer a command. */
function answer(mails: BoxedMail[], tag: string, name: string, rest: string): string[] {
  const ok = `${tag} OK done`;
  const meant = mails.filter(({ uid }) => uid === Number(/^UID \S+ (\d+)/i.exec(rest)?.[1]));
  switch (name) {
    case 'CAPABILITY':
      return ['* CAPABILITY IMAP4rev1', ok];
    case 'LOGIN': {
      const isRight = rest.includes(login.user) && rest.includes(login.password);
      return [isRight ? ok : `${tag} NO [AUTHENTICATIONFAILED] wrong password`];
    }
    case 'LIST':
    case 'LSUB':
      return [`* ${name} (\\HasNoChildren) "/" "INBOX"`, ok];
    case 'SELECT':
      return [
        ...['* FLAGS (\\Seen)', '* OK [PERMANENTFLAGS (\\Seen)] flags', `* ${mails.length} EXISTS`, '* 0 RECENT'],
        ...['* OK [UIDVALIDITY 1] same', `* OK [UIDNEXT ${mails.length + 1}] next`, `${tag} OK [READ-WRITE] open`],
      ];
    case 'UID SEARCH':
      return [['* SEARCH', ...mails.filter(({ seen }) => !seen).map(({ uid }) => uid)].join(' '), ok];
    case 'UID FETCH':
      return [...meant.map((mail) => fetched(mail, /BODY/i.test(rest))), ok];
    case 'UID STORE':
      for (const mail of meant) mail.seen = true;
      return [...meant.map(({ uid }) => `* ${uid} FETCH (UID ${uid} FLAGS (\\Seen))`), ok];
    case 'LOGOUT':
      return ['* BYE until next time', ok];
    case 'NOOP':
    case 'CLOSE':
      return [ok];
    default:
      return [`${tag} BAD unknown command`];
  }
}

function fetched({ uid, raw }: BoxedMail, withBody: boolean): string {
  // Mails of tests are ASCII, so that a string has as many octets as characters.
  const body = withBody ? ` BODY[] {${raw.length}}\r\n${raw.toString('latin1')}` : '';
  return `* ${uid} FETCH (UID ${uid} RFC822.SIZE ${raw.length}${body})`;
}
