/** The token of an `Authorization: Bearer …` header (RFC 6750); null for another scheme or a malformed one. */
export function bearerToken(authorization: string): string | null {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization.trim())?.[1] ?? null;
}
