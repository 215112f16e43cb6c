import { isSecure } from '@/lib/auth/session-cookie';

/** The cookie of an admin's look at the portal as a person of a client. Runs in the middleware too, so it imports nothing of Node. */
export function viewAsCookieName(): string {
  return isSecure() ? '__Host-oriel-view-as' : 'oriel-view-as';
}
