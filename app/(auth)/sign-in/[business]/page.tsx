import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type SignInQuery, SignInView, wantedOf } from '@/app/(auth)/sign-in/sign-in-view';
import { titled } from '@/app/(auth)/titled';
import { pageFace } from '@/lib/doors/page';

type Props = { params: Promise<{ business: string }>; searchParams: Promise<SignInQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { business } = await params;
  return titled((await getTranslations('auth.signIn'))('title'), await pageFace(business));
}

/** The sign-in of one business. Of an unknown or suspended one it is the plain sign-in, so that it tells nobody which exist. */
export default async function BusinessSignInPage({ params, searchParams }: Props) {
  const [{ business }, query] = await Promise.all([params, searchParams]);
  return <SignInView face={await pageFace(business)} wanted={wantedOf(query)} failed={query.error !== undefined} />;
}
