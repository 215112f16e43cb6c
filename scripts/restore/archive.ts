import { createHash } from 'node:crypto';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type About, about } from '@/lib/exports/business/about';
import { entry, formatVersion, takenTables } from '@/lib/exports/business/format';
import { SetupError } from '@/lib/setup-error';

/** Bytes of a line of a table, of `tenant.json` and of the list of fingerprints. Longer ones are no archive of ours. */
const [mostLine, mostText] = [64 * 1024 * 1024, 512 * 1024 * 1024];

/** An archive whose entries have the names and fingerprints that its list says. */
export type OpenedArchive = {
  about: About;
  /** The fingerprints of all entries but the list, in hexadecimal. */
  sums: ReadonlyMap<string, string>;
  bytes: (name: string) => Promise<AsyncIterable<Buffer>>;
  close: () => void;
};

const knownNames = new Set<string>([entry.about, entry.readMe, ...takenTables.map((table) => entry.table(table))]);
const fileName = /^files\/[0-9a-f]{32}\/[^/\\]+$/;

/**
 * Opens an archive and checks its layout: known names only, each once, exactly those of SHA256SUMS, and a version that is understood.
 * Throws a SetupError that names what is wrong. The bytes of the entries are not checked yet.
 */
export async function openBusiness(path: string): Promise<OpenedArchive> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch((error: Error) => {
    throw new SetupError(`${path} cannot be read as a ZIP: ${error.message}`);
  });
  try {
    const entries = await entriesOf(zip);
    const bytes = async (name: string) =>
      (await zip.openReadStreamPromise(found(entries, name))) as AsyncIterable<Buffer>;
    const sums = sumsOf(await textOf(bytes, entry.sums), entries);
    const facts = aboutOf(await textOf(bytes, entry.about, sums.get(entry.about)));
    return { about: facts, sums, bytes, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const one of zip.eachEntry()) {
      const name = one.fileName;
      if (!knownNames.has(name) && !fileName.test(name) && name !== entry.sums)
        throw new SetupError(`The archive has an unknown entry: ${JSON.stringify(name)}`);
      if (entries.has(name)) throw new SetupError(`The archive has ${JSON.stringify(name)} twice`);
      if (one.isEncrypted()) throw new SetupError(`${JSON.stringify(name)} is encrypted`);
      entries.set(name, one);
    }
  } catch (error) {
    // yauzl refuses paths that lead outside, and says which.
    if (error instanceof SetupError) throw error;
    throw new SetupError(`The archive is not one of a business: ${error instanceof Error ? error.message : error}`);
  }
  for (const name of [entry.sums, ...knownNames]) found(entries, name);
  return entries;
}

function found(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const one = entries.get(name);
  if (!one) throw new SetupError(`The archive lacks ${name}`);
  return one;
}

function sumsOf(text: string, entries: ReadonlyMap<string, Entry>): Map<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sum === undefined || name === undefined || sums.has(name))
      throw new SetupError(`${entry.sums} has a line that cannot be read: ${JSON.stringify(line.slice(0, 200))}`);
    if (!entries.has(name))
      throw new SetupError(`The archive lacks ${JSON.stringify(name)}, which ${entry.sums} names`);
    sums.set(name, sum);
  }
  const stray = [...entries.keys()].find((name) => name !== entry.sums && !sums.has(name));
  if (stray) throw new SetupError(`${entry.sums} does not name ${JSON.stringify(stray)}`);
  return sums;
}

function aboutOf(text: string): About {
  const facts = about.safeParse(jsonOf(text));
  const version: unknown = Object(jsonOf(text)).formatVersion;
  if (typeof version === 'number' && version !== formatVersion)
    throw new SetupError(
      `The archive has version ${version} of the layout; this is Oriel for version ${formatVersion}`,
    );
  if (!facts.success)
    throw new SetupError(`${entry.about} does not describe a business: ${facts.error.issues[0]?.message}`);
  return facts.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SetupError(`${entry.about} is no JSON`);
  }
}

async function textOf(bytes: OpenedArchive['bytes'], name: string, sum?: string): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of await bytes(name)) {
    size += part.length;
    if (size > mostText) throw new SetupError(`${name} is too large`);
    parts.push(part);
  }
  const whole = Buffer.concat(parts);
  if (sum && createHash('sha256').update(whole).digest('hex') !== sum) throw changed(name);
  return whole.toString();
}

const changed = (name: string) =>
  new SetupError(`${JSON.stringify(name)} is not what ${entry.sums} says: it was changed`);

/** The bytes of an entry; throws a SetupError at their end where they are not the ones of the list. */
export async function* checkedBytes(
  { bytes, sums }: OpenedArchive,
  name: string,
): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256');
  try {
    for await (const part of await bytes(name)) {
      hash.update(part);
      yield part;
    }
  } catch (error) {
    throw new SetupError(
      `${JSON.stringify(name)} cannot be unpacked: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (hash.digest('hex') !== sums.get(name)) throw changed(name);
}

/** The lines of a table. Throws as checkedBytes. */
export async function* checkedLines(archive: OpenedArchive, name: string): AsyncGenerator<string, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of checkedBytes(archive, name)) {
    let from = 0;
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, from)) {
      yield Buffer.concat([rest, part.subarray(from, at)]).toString();
      rest = Buffer.alloc(0);
      from = at + 1;
    }
    rest = Buffer.concat([rest, part.subarray(from)]);
    if (rest.length > mostLine) throw new SetupError(`${name} has a line that is too long`);
  }
  if (rest.length > 0) throw new SetupError(`${name} ends within a line`);
}
