import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { GuestProjectHead } from '@/components/guests/guest-project-head';
import { Section } from '@/components/ui/section';
import { today } from '@/lib/dates';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageId } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { getGuestProject } from '@/lib/guests/shown/queries';

type Props = PageProps<'/guest/projects/[id]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string) => readGuestPage(await forGuest(), (db) => getGuestProject(db, id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).name };
}

export default async function GuestProjectPage({ params }: Props) {
  const guest = await forGuest();
  const project = await load(await pageId(params));
  noteVisit(guest, { place: 'project', recordId: project.id, name: project.name });
  const [t, locale] = await Promise.all([getTranslations('guests'), getLocale()]);
  const { description, address, startsOn, endsOn, phases } = project;
  const dates = [startsOn, endsOn].flatMap((day) => (day ? [formatDay(day, locale, 'long')] : [])).join(' – ');
  return (
    <>
      <GuestProjectHead project={project} sections={guest.sections} current="overview" />
      {(description || address || dates) && (
        <Section title={t('shown.facts')}>
          {description && <p className="mb-4 max-w-prose whitespace-pre-line leading-relaxed">{description}</p>}
          <p className="whitespace-pre-line text-ink-soft">{[address, dates].filter(Boolean).join('\n')}</p>
        </Section>
      )}
      {phases.length > 0 && (
        <Section title={t('section.progress')}>
          <PhaseTimeline groups={[{ id: project.id, phases }]} today={today(guest.tenant.timeZone)} />
        </Section>
      )}
    </>
  );
}
