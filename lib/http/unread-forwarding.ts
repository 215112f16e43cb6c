import type { IncomingHttpHeaders } from 'node:http';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const hour = 3_600_000;
let warnedAt = Number.NEGATIVE_INFINITY;

/**
 * Warns, once an hour and process, of requests with X-Forwarded-For that TRUST_PROXY=0 leaves unread: behind a proxy all visitors
 * then share its address in the throttle. The value is not logged, because any visitor can write one. `now` is in milliseconds.
 */
export function warnOfUnreadForwarding(headers: IncomingHttpHeaders, now = Date.now()): void {
  if (headers['x-forwarded-for'] === undefined || now - warnedAt < hour || env().trustProxy > 0) return;
  warnedAt = now;
  log().warn(
    'A request came with X-Forwarded-For, but TRUST_PROXY is 0: behind a reverse proxy all visitors count as one address',
  );
}
