import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AreaNotFound } from '@/components/layout/area-not-found';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('problem.notFound'))('title') };
}

/** Next sends it in the payload of every page of the area, so it is one browser component. */
export default function ClientNotFound() {
  return <AreaNotFound home={paths.client.home} />;
}
