'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Picker } from '@/components/picker/picker';
import { Select } from '@/components/ui/select';
import type { Choices } from '@/lib/choices';
import { visibilities } from '@/lib/gallery/rule';

type Named = { id: string; name: string };
/** The project that the photos belong to, or the projects to choose from. */
export type UploadPlace = { project: string; phases: readonly Named[] } | { projects: Choices };

/** Settings for all photos added next: project, phase and visibility. */
export function UploadFields({ place }: { place: UploadPlace }) {
  const t = useTranslations('photos.upload');
  const actor = useTranslations('photos.upload.who');
  const options = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {'projects' in place ? (
        <Labelled label={t('project')}>
          {(id) => (
            <Picker id={id} name="project_id" required placeholder={t('chooseProject')} choices={place.projects} />
          )}
        </Labelled>
      ) : (
        <>
          <input type="hidden" name="project_id" value={place.project} />
          {place.phases.length > 0 && (
            <Labelled label={t('phase')}>
              {(id) => <Select id={id} name="phase_id" placeholder={t('noPhase')} options={options(place.phases)} />}
            </Labelled>
          )}
        </>
      )}
      <Labelled label={t('visibility')}>
        {(id) => (
          <Select id={id} name="visibility" options={visibilities.map((value) => ({ value, label: actor(value) }))} />
        )}
      </Labelled>
    </div>
  );
}

function Labelled({ label, children }: { label: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
