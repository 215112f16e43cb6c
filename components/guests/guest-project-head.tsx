import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { paths } from '@/lib/paths';

const tabs = ['updates', 'photos', 'documents', 'hours'] as const;
export type GuestTab = 'overview' | (typeof tabs)[number];

type Props = { project: { id: string; name: string }; sections: readonly string[]; current: GuestTab };

/** The title of a project with the sections that the pass shows. */
export async function GuestProjectHead({ project: { id, name }, sections, current }: Props) {
  const t = await getTranslations('guests');
  const shown = [
    { href: paths.guest.project(id), label: t('shown.overview'), current: current === 'overview' },
    ...tabs
      .filter((tab) => sections.includes(tab))
      .map((tab) => ({ href: paths.guest[tab](id), label: t(`section.${tab}`), current: current === tab })),
  ];
  return (
    <>
      <PageHeader title={name} trail={[{ href: paths.guest.home, label: t('shown.projects') }]} />
      {shown.length > 1 && <Tabs tabs={shown} label={name} />}
    </>
  );
}
