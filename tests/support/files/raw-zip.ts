import { crc32, deflateRawSync } from 'node:zlib';

export type RawEntry = {
  /** The name as text (UTF-8), or its bytes in any encoding. */
  name: string | Buffer;
  bytes: Buffer | string;
  deflate?: boolean;
  /** General purpose bits: 1 for encrypted, 0x800 for a name in UTF-8. */
  flags?: number;
  method?: number;
  /** The size that the directory tells; the true one unless given. */
  told?: number;
  /** The mode of Unix: 0o120777 for a symbolic link. */
  mode?: number;
  /** A name in the Unicode Path Extra Field of Info-ZIP (0x7075), beside the one of the entry. */
  unicodeName?: string;
};

/** A ZIP archive, byte by byte as the test wants it, with right checksums (APPNOTE 4.3). */
export function rawZip(entries: readonly RawEntry[]): Buffer<ArrayBuffer> {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const { name, flags = 0, mode = 0o100644 } = entry;
    const [raw, bytes] = [Buffer.from(name as string), Buffer.from(entry.bytes as string)];
    const data = entry.deflate ? deflateRawSync(bytes, { level: 9 }) : bytes;
    const extra = entry.unicodeName === undefined ? Buffer.alloc(0) : unicodePath(raw, entry.unicodeName);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(entry.method ?? (entry.deflate ? 8 : 0), 4);
    shared.writeUInt16LE(0x5b21, 8); // 1 September 2025
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(entry.told ?? bytes.length, 18);
    shared.writeUInt16LE(raw.length, 22);
    shared.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, raw, extra, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const madeOnUnix = Buffer.from([20, 3]);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), madeOnUnix, shared, rest, raw, extra]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function unicodePath(raw: Buffer, name: string): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + Buffer.byteLength(name), 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(raw), 5);
  return Buffer.concat([head, Buffer.from(name)]);
}
