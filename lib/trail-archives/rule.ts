import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import type { z } from 'zod';
import { type ChainedLine, isBreak, type Link, type Place, step } from '@/lib/audit/proof/rule';
import { format, type headShape, type Manifest } from '@/lib/trail-archives/schemas';

/** The key of an installation that seals archives (Ed25519, RFC 8032), and its public part as SubjectPublicKeyInfo (RFC 8410). */
export type SealingKey = { secret: KeyObject; publicKey: Buffer };

/** PKCS #8 of an Ed25519 key before its 32 bytes (RFC 8410, section 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The sealing key, derived from the secret of the installation by HKDF (RFC 5869): the same as long as that stays. */
export function sealingKeyOf(installationSecret: string): SealingKey {
  const seed = Buffer.from(hkdfSync('sha256', installationSecret, '', 'oriel audit archive', 32));
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  return { secret, publicKey: createPublicKey(secret).export({ format: 'der', type: 'spki' }) };
}

/** SHA-256 of a public key, in hexadecimal: what the operator names a key by. */
export const fingerprintOf = (publicKey: Uint8Array) => createHash('sha256').update(publicKey).digest('hex');

/** Bytes in hexadecimal. */
export const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const lineOf = (value: unknown) => `${JSON.stringify(value)}\n`;

/** A link of the chain with its lines, in the order of its ids. */
export type FullLink = Link & { lines: readonly ChainedLine[] };

type Head = { tenant: string; number: number; before: Place };

/**
 * The file of an archive, line by line: its head, each link followed by its lines, and the seal, which is signed. Throws an Error where
 * the chain does not hold. `told` gets the manifest.
 */
export async function* sealedFile(
  { tenant, number, before }: Head,
  links: AsyncIterable<FullLink>,
  key: SealingKey,
  told: (manifest: Manifest) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const counted = (value: unknown) => {
    const line = lineOf(value);
    hash.update(line);
    return line;
  };
  const beforeHash = hexOf(before.hash);
  yield counted({ format, tenant, number, beforeHash } satisfies z.input<typeof headShape>);
  let [place, lines] = [before, 0];
  const times: Date[] = [];
  for await (const { lines: own, ...link } of links) {
    const next = step(place, link, new Map(own.map((line) => [line.id, line])), null);
    if (isBreak(next)) throw new Error(`the chain does not hold at link ${link.position}`);
    place = next;
    lines += own.length;
    const { position, entryIds } = link;
    yield counted({ link: { position, hash: hexOf(link.hash), digests: hexOf(link.digests), entryIds } });
    for (const line of own) {
      times.push(line.createdAt);
      yield counted({ entry: { ...line, createdAt: line.createdAt.toISOString() } });
    }
  }
  const [firstAt, lastAt] = span(times);
  const manifest: Manifest = {
    ...{ format, tenant, number, firstPosition: before.position + 1, lastPosition: place.position },
    ...{ beforeHash, lastHash: hexOf(place.hash), lines, firstAt, lastAt, sha256: hash.digest('hex') },
  };
  told(manifest);
  const signed = JSON.stringify(manifest);
  const signature = sign(null, Buffer.from(signed), key.secret).toString('base64');
  yield lineOf({ manifest: signed, signature, publicKey: key.publicKey.toString('base64') });
}

function span(times: readonly Date[]): [string, string] {
  const sorted = times.map((time) => time.getTime()).sort((a, b) => a - b);
  const at = (index: number) => new Date(sorted.at(index) ?? 0).toISOString();
  return [at(0), at(-1)];
}
