import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { after } from 'next/server';
import { cache } from 'react';
import { findGuestLink, guestCookieName, identifyGuest } from '@/lib/auth/guests';
import type { GuestActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import { AppError } from '@/lib/errors';
import type { GuestSection } from '@/lib/guests/rule';
import { recordGuestVisit, type Visited } from '@/lib/guests/shown/commands';
import { originOf } from '@/lib/http/origin';
import { log } from '@/lib/log';

/** The holder of a pass, by the guest's cookie. Cached per request. Throws NOT_FOUND. */
const pageGuest = cache(async (): Promise<GuestActor> => {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  return identifyGuest(jar.get(guestCookieName())?.value, originOf(head));
});

/** A live link before it is opened; null for any other. Cached per request. */
export const pageGuestLink = cache(async (token: string) => findGuestLink(token, originOf(await headers())));

/** The guest of a page. Whatever opens nothing, and a section that the pass lacks, is the 404 page. */
export async function forGuest(section?: GuestSection): Promise<GuestActor> {
  const guest = await hiding(pageGuest);
  if (section !== undefined && !guest.sections.includes(section)) notFound();
  return guest;
}

/** The single read of a guest's page. A record that the wall hides from the pass becomes the 404 page. */
export function readGuestPage<T>(guest: GuestActor, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return hiding(() => read(guest, work));
}

async function hiding<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}

/** Notes for the person who handed the pass out that its holder looked at a page, after the answer. */
export function noteVisit(guest: GuestActor, visited: Visited): void {
  after(async () => {
    try {
      await recordGuestVisit(guest, visited);
    } catch (error) {
      log().warn({ err: error }, 'guests: a visit was not recorded');
    }
  });
}
