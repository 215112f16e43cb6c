import { createHash, createPublicKey, verify } from 'node:crypto';
import type { z } from 'zod';
import { type Break, type ChainedLine, isBreak, type Link, type Place, step } from '@/lib/audit/proof/rule';
import { hexOf } from '@/lib/trail-archives/rule';
import {
  entryShape,
  headShape,
  linkShape,
  type Manifest,
  manifestShape,
  sealShape,
} from '@/lib/trail-archives/schemas';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** What a file proves: where its chain ends, what its seal says, and SHA-256 of the whole file. */
export type Verified = { place: Place; manifest: Manifest; publicKey: Buffer; sha256: Buffer };

/** What is wrong with an archive: its bytes, its signature or its chain, and a line where one is known. */
export class BrokenArchive extends Error {
  constructor(readonly found: Break | null) {
    super('the archive is not as it was sealed');
  }
}

/**
 * Proves the lines of an archive's file (each with its line break) on their own: the chain from its first to its last link, every
 * digest, the sum of all bytes and the signature by the key that it names. Throws BrokenArchive. `held` is where an earlier proof ended.
 */
export async function verifyFile(file: AsyncIterable<string>, held: Place | null = null): Promise<Verified> {
  const [hash, whole] = [createHash('sha256'), createHash('sha256')];
  let seal: z.output<typeof sealShape> | undefined;
  let head: z.output<typeof headShape> | undefined;
  let [place, count]: [Place, number] = [{ position: 0, hash: new Uint8Array() }, 0];
  let [link, own, firstPosition]: [Link | null, ChainedLine[], number | null] = [null, [], null];
  const closeLink = () => {
    if (!link) return;
    if (firstPosition === null) place = { position: link.position - 1, hash: place.hash };
    firstPosition ??= link.position;
    const next = step(place, link, new Map(own.map((line) => [line.id, line])), held);
    if (isBreak(next)) throw new BrokenArchive(next);
    if (own.length !== link.entryIds.length) throw new BrokenArchive(null);
    place = next;
    count += own.length;
    [link, own] = [null, []];
  };
  for await (const line of file) {
    // Nothing comes after the seal.
    if (seal) throw new BrokenArchive(null);
    const value = parsed(line);
    whole.update(line);
    const last = sealShape.safeParse(value);
    if (head && last.success) {
      closeLink();
      seal = last.data;
      continue;
    }
    hash.update(line);
    if (!head) {
      head = shaped(headShape, value);
      place = { position: 0, hash: bytesOf(head.beforeHash) };
      continue;
    }
    const next = linkShape.safeParse(value);
    if (next.success) {
      closeLink();
      const { position, entryIds, digests, hash: own } = next.data.link;
      link = { position, entryIds, digests: bytesOf(digests), hash: bytesOf(own) };
    } else {
      const { entry } = shaped(entryShape, value);
      own.push({ ...entry, createdAt: new Date(entry.createdAt) });
    }
  }
  if (!head || !seal) throw new BrokenArchive(null);
  const read = { head, place, count, firstPosition, sha256: hash.digest('hex') };
  return { ...requireSeal(seal, read), sha256: whole.digest() };
}

type Read = {
  head: z.output<typeof headShape>;
  place: Place;
  count: number;
  firstPosition: number | null;
  sha256: string;
};

function requireSeal(seal: z.output<typeof sealShape>, { head, place, count, firstPosition, sha256 }: Read) {
  const manifest = shaped(manifestShape, parsed(seal.manifest));
  const publicKey = Buffer.from(seal.publicKey, 'base64');
  const agrees =
    manifest.sha256 === sha256 &&
    manifest.tenant === head.tenant &&
    manifest.number === head.number &&
    manifest.beforeHash === head.beforeHash &&
    manifest.lines === count &&
    manifest.firstPosition === firstPosition &&
    manifest.lastPosition === place.position &&
    manifest.lastHash === hexOf(place.hash);
  if (!agrees || !isSigned(seal, publicKey)) throw new BrokenArchive(null);
  return { place, manifest, publicKey };
}

function isSigned({ manifest, signature }: { manifest: string; signature: string }, publicKey: Buffer): boolean {
  try {
    const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(manifest), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new BrokenArchive(null);
  }
}

function shaped<S extends z.ZodType>(shape: S, value: unknown): z.output<S> {
  const { success, data } = shape.safeParse(value);
  if (!success) throw new BrokenArchive(null);
  return data;
}

/** The text of chunks as lines, each with its line break. */
export async function* linesOfFile(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  try {
    for await (const chunk of chunks) {
      rest += decoder.decode(chunk, { stream: true });
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        yield rest.slice(0, end + 1);
        rest = rest.slice(end + 1);
      }
    }
    // Bytes of a character that never ended are bytes too.
    rest += decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new BrokenArchive(null) : error;
  }
  if (rest !== '') yield rest;
}
