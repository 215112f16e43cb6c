import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { z } from 'zod';
import { findLink } from '@/lib/auth/link-redemption';
import type { LinkPurpose } from '@/lib/auth/links';
import { businessCookie } from '@/lib/auth/session-cookie';
import { findStop } from '@/lib/auth/unsubscribe';
import { viewOf } from '@/lib/auth/view-as';
import { visitorOf } from '@/lib/auth/visitor';
import type { Actor } from '@/lib/authz/actor';
import { type Guard, isOfClients } from '@/lib/authz/guards';
import { read, readAsVisitor } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import { markActor } from '@/lib/doors/page-error';
import { tellRefusal } from '@/lib/doors/told-refusal';
import { AppError } from '@/lib/errors';
import { recordId } from '@/lib/fields';
import { addressHeader } from '@/lib/http/address-header';
import { readingMoment } from '@/lib/live/moment';
import { paths } from '@/lib/paths';
import { isStorable } from '@/lib/storable';
import { findFace } from '@/lib/tenants/face/queries';
import type { Face } from '@/lib/tenants/face/schemas';

/** The visitor of a page, without a guard. Cached per request: the layout (which renders the shell) and the page share it. */
export const pageVisitor = cache(async () => {
  // Before anything is read.
  readingMoment();
  const [head, jar] = await Promise.all([headers(), cookies()]);
  return visitorOf({ headers: head, cookie: (name) => jar.get(name)?.value });
});

/** An admin's look at the portal as a person of a client; null for everyone else. Cached per request. */
export const pageView = cache(async () => {
  const jar = await cookies();
  return viewOf(await pageVisitor(), (name) => jar.get(name)?.value);
});

/**
 * The business whose face a page outside the areas carries: the one named by its slug (null names none), or else the one that
 * this browser remembers. Null for an unknown and a suspended one too. Cached per request.
 */
export const pageFace = cache(async (named?: string | null): Promise<Face | null> => {
  const slug = named === undefined ? (await cookies()).get(businessCookie)?.value : named;
  return slug ? readAsVisitor((db) => findFace(db, slug)) : null;
});

/** The single-use link of a page and the business it came from. An unknown link carries the remembered business. */
export const pageLink = cache(async (token: string, purpose: LinkPurpose) => {
  const link = await findLink(token, purpose);
  return { link, face: await pageFace(link.state === 'unknown' ? undefined : link.business) };
});

/** The person of the link in a mail that ends such mails; null for an unknown one. */
export const pageStop = cache((token: string) => findStop(token));

/**
 * Applies a page's guard. An admin who looks at the portal as a person of a client is that person there, read-only. Without a
 * session it redirects to sign-in and back, for another user type to the page `no-access`.
 */
export async function forPage<W extends Actor>(guard: Guard<W>): Promise<W> {
  try {
    const view = isOfClients(guard) ? await pageView() : null;
    // Pages read: `write` refuses this actor, whatever its type says, and so does PostgreSQL.
    if (view) return view.actor as unknown as W;
    return guard(await pageVisitor());
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED')
      redirect(paths.signIn((await headers()).get(addressHeader) ?? undefined));
    if (error instanceof AppError && error.code === 'FORBIDDEN') redirect(paths.noAccess);
    throw error;
  }
}

/** The single read of a page. A record that does not exist or is hidden by the wall becomes the 404 page. */
export async function readPage<T>(actor: Actor, work: (db: ReadDb) => Promise<T>): Promise<T> {
  try {
    return await read(actor, work);
  } catch (error) {
    if (error instanceof AppError) await tellRefusal(error, actor);
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound();
    markActor(error, actor.userId);
    throw error;
  }
}

/** The single read of a public page. A record that does not exist or is not public becomes the 404 page. */
export async function readPublicPage<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
  try {
    return await readAsVisitor(work);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}

/** The record id in an address. A segment that is no uuid gives a 404 instead of an error of the database. */
export async function pageId(params: Promise<{ id: string }>): Promise<string> {
  const { success, data } = recordId().safeParse((await params).id);
  return success ? data : notFound();
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/**
 * A page's filter from its address, by the schema of the API. Keys are snake_case in the address; an unknown, repeated or
 * invalid key is ignored, so that an old or mistyped link still shows the list.
 */
export async function pageFilter<S extends z.ZodObject>(schema: S, searchParams: SearchParams): Promise<z.output<S>> {
  const known = Object.entries(await searchParams).flatMap(([key, value]) => {
    const name = key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    return value !== '' && isStorable(value) && field?.safeParse(value).success ? [[name, value]] : [];
  });
  return schema.parse(Object.fromEntries(known));
}
