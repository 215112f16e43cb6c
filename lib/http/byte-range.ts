/** The positions of the first and the last byte, both inclusive. */
export type ByteRange = { start: number; end: number };

/**
 * The part of a file that a Range header asks for: `all` without a header, with a malformed one, and with several parts (a
 * server may ignore the header, RFC 9110, 14.2); `none` where the part starts after the end.
 */
export function rangeOf(header: string | null, byteSize: number): ByteRange | 'all' | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return 'all';
  if (from === '') {
    const length = Math.min(Number(to), byteSize);
    return length === 0 ? 'none' : { start: byteSize - length, end: byteSize - 1 };
  }
  const start = Number(from);
  const end = to === '' ? byteSize - 1 : Math.min(Number(to), byteSize - 1);
  if (to !== '' && Number(to) < start) return 'all';
  return start >= byteSize ? 'none' : { start, end };
}
