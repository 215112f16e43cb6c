import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type SignInQuery, SignInView, wantedOf } from '@/app/(auth)/sign-in/sign-in-view';
import { titled } from '@/app/(auth)/titled';
import { businessIn } from '@/lib/auth/landing';
import { pageFace } from '@/lib/doors/page';
import { env } from '@/lib/env';

type Props = { searchParams: Promise<SignInQuery> };

/** The business that the requested address names, or else the remembered one. */
const faceOf = (wanted: string) => pageFace(businessIn(wanted, env().url) ?? undefined);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const face = await faceOf(wantedOf(await searchParams));
  return titled((await getTranslations('auth.signIn'))('title'), face);
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const wanted = wantedOf(query);
  return <SignInView face={await faceOf(wanted)} wanted={wanted} failed={query.error !== undefined} />;
}
