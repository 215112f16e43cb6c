import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlainPage } from '@/components/layout/plain-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests.gone'))('title') };
}

/** The same answer to a link that has ended, that has expired and that never was, and to what a pass does not show. */
export default async function GuestNotFound() {
  const t = await getTranslations('guests.gone');
  return <PlainPage title={t('title')} text={t('text')} />;
}
