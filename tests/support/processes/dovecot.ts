import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import { afterAll, vi } from 'vitest';
import { freePort } from '@/lib/db/embedded/port';
import { aptGetInstall } from '@/tests/support/processes/apt-get';

const program = '/usr/sbin/dovecot';
const login = { user: 'replies', password: 'secret' };

/** Whether a Dovecot can be run here: as root on a Debian, which has it or can install it. */
export async function hasDovecot(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  if (!existsSync(program))
    await aptGetInstall('dovecot-imapd').catch((error) => console.log(String(error).split('\n', 1).join()));
  return existsSync(program);
}

/** A Dovecot of its own with one mailbox, stopped after the file: an IMAP server as deployers have it. */
export async function dovecot() {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-dovecot-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => idOf(flag)));
  await promisify(execFile)('install', ['-d', '-o', 'dovecot', '-g', 'dovecot', join(folder, 'home')]);
  await writeFile(join(folder, 'dovecot.conf'), configuration({ folder, port, uid, gid }));
  const child = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  afterAll(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  });
  const open = async () => {
    const auth = { user: login.user, pass: login.password };
    const box = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false });
    box.on('error', () => {});
    await box.connect();
    return box;
  };
  await vi
    .waitFor(async () => (await open()).logout(), { timeout: 60_000, interval: 200 })
    .catch((error) => {
      throw new Error(`Dovecot does not answer: ${error}\n${printed}`);
    });
  const withBox = async <T>(work: (box: ImapFlow) => Promise<T>): Promise<T> => {
    const box = await open();
    try {
      return await work(box);
    } finally {
      await box.logout();
    }
  };
  return {
    put: (raw: Buffer) => withBox((box) => box.append('INBOX', raw)),
    unseen: () =>
      withBox(async (box) => {
        const { unseen } = (await box.status('INBOX', { unseen: true })) || {};
        return unseen;
      }),
    variables: {
      ...{ IMAP_HOST: '127.0.0.1', IMAP_PORT: String(port), IMAP_TLS: 'none' },
      ...{ IMAP_USER: login.user, IMAP_PASSWORD: login.password, IMAP_REPLY_TO: 'replies@mail.example' },
    },
  };
}

async function idOf(flag: string): Promise<string> {
  return (await promisify(execFile)('id', [flag, 'dovecot'])).stdout.trim();
}

type Place = { folder: string; port: number; uid: string | undefined; gid: string | undefined };

const configuration = ({ folder, port, uid, gid }: Place) => `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
ssl = no
disable_plaintext_auth = no
mail_location = maildir:~/mail
first_valid_uid = 1
passdb {
  driver = static
  args = password=${login.password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home/%n
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
