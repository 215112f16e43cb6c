/** An address that no page has. */
const nowhere = '/*';

/**
 * The target of a request (RFC 9112, 3.2) as a path that Next can decode. A percent sign that begins no UTF-8 character stands
 * for itself, so `/api/%ff` becomes `/api/%25ff`, which exists nowhere. The absolute form loses its host, `*` becomes a path.
 */
export function readableAddress(target: string): string {
  const [path = '', ...query] = originForm(target).split('?');
  return [path.replace(/(?:%[0-9a-f]{2})+|%/gi, decodable), ...query].join('?');
}

function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  if (!URL.canParse(target)) return nowhere;
  const { pathname, search } = new URL(target);
  return pathname.startsWith('/') ? pathname + search : nowhere;
}

/** Percent-encoded bytes unchanged where they are UTF-8; otherwise with their percent signs escaped. */
function decodable(bytes: string): string {
  try {
    decodeURIComponent(bytes);
    return bytes;
  } catch {
    return bytes.replaceAll('%', '%25');
  }
}
