import { hash, parseOptions, verify } from '@node-rs/argon2';
import { inHashQueue } from '@/lib/auth/hash-queue';
import type { Lane } from '@/lib/waiting-line';

/** argon2id with 19 MiB, two passes, one lane: the OWASP Password Storage Cheat Sheet's first choice for shared servers. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const argon2id = 2; // Algorithm.Argon2id, a const enum that isolated modules cannot read

/** The hash of a password, with its salt and parameters (PHC string). Throws UNAVAILABLE when the lane of the hash queue is full. */
export function hashPassword(password: string, lane: Lane): Promise<string> {
  return inHashQueue(lane, () => hash(normal(password), { ...cost, algorithm: argon2id }));
}

/**
 * Whether the password matches the hash. Without a hash (an unknown account, or one without a password) a hash of no
 * password is verified and the result is false, so that the response time reveals nothing.
 */
export function verifyPassword(passwordHash: string | null, password: string, lane: Lane): Promise<boolean> {
  return inHashQueue(
    lane,
    async () => (await verify(passwordHash ?? nobodysHash, normal(password))) && passwordHash !== null,
  );
}

/** Whether a hash has other parameters than the current ones and should be replaced at the next sign-in. */
export function isOutdated(passwordHash: string): boolean {
  const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(passwordHash);
  const wanted = { algorithm: argon2id, ...cost };
  return JSON.stringify({ algorithm, memoryCost, timeCost, parallelism }) !== JSON.stringify(wanted);
}

/** A well-formed hash at the current cost, all zero; no password is known for it. */
const nobodysHash = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Normalises letters that keyboards compose differently (NIST SP 800-63B, 5.1.1.2). */
function normal(password: string): string {
  return password.normalize('NFKC');
}
