import { randomBytes } from 'node:crypto';

/** Gives each thing of the story its id, always the same one within a planting. */
export type IdOf = (thing: object) => string;

export function newIds(): IdOf {
  const ids = new WeakMap<object, string>();
  return (thing) => {
    const id = ids.get(thing) ?? uuid7();
    ids.set(thing, id);
    return id;
  };
}

/** A UUIDv7, as every id of the portal is. */
export function uuid7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
