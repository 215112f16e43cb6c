'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId, useMemo } from 'react';
import type { Found } from '@/components/bulk/bulk-item';
import { LeftOutList } from '@/components/bulk/left-out-list';
import { type Destination, type FolderRow, type Offer, type Planned, planOf } from '@/components/bulk/sort-folders';
import { Button } from '@/components/ui/button';
import { type Option, type OptionGroup, Select } from '@/components/ui/select';
import { type Visibility, visibilities } from '@/lib/gallery/rule';
import { formatFileSize } from '@/lib/intl';

type Props = {
  found: Found;
  rows: readonly FolderRow[];
  offer: Offer;
  visibility: Visibility;
  /** Below the choice of who sees the photos, while that is the client. */
  ahead: ReactNode;
  setDestination: (folder: string, to: Destination) => void;
  setVisibility: (visibility: Visibility) => void;
  begin: (planned: readonly Planned[]) => void;
  back: () => void;
};

/** What was found, folder by folder, each with where it goes; nothing is sent before the button is pressed. */
export function BulkPlan({ found, rows, offer, visibility, ahead, ...steps }: Props) {
  const { setDestination, setVisibility, begin, back } = steps;
  const t = useTranslations('bulk.plan');
  const who = useTranslations('photos.upload.who');
  const locale = useLocale();
  const id = useId();
  const { planned, leftOut } = useMemo(() => planOf(found.items, rows, offer), [found, rows, offer]);
  const options = useDestinations(offer);
  const bytes = planned.reduce((sum, { item }) => sum + item.size, 0);
  const hasPhotos = planned.some(({ to }) => to.startsWith('photos'));
  const hasDocuments = planned.some(({ to }) => to.startsWith('documents'));
  return (
    <div className="space-y-8">
      {rows.length > 0 && (
        <section aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`} className="text-section">
            {t('title')}
          </h2>
          <p className="mt-1 max-w-prose text-ink-soft">{t('lead')}</p>
          <ul className="mt-4 divide-y divide-line">
            {rows.map(({ folder, count, bytes: size, to }, index) => (
              <li
                key={folder}
                className="grid items-center gap-x-6 gap-y-2 py-3.5 sm:grid-cols-[1fr_minmax(14rem,22rem)]"
              >
                <label htmlFor={`${id}-${index}`} className="min-w-0">
                  <span className="block font-medium wrap-anywhere">{folder === '' ? t('top') : folder}</span>
                  <span className="numerals text-sm text-ink-faint">
                    {t('files', { count, size: formatFileSize(size, locale) })}
                  </span>
                </label>
                <Select
                  id={`${id}-${index}`}
                  value={to}
                  onChange={({ target }) => setDestination(folder, target.value)}
                  options={options}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {hasPhotos && (
        <div className="max-w-sm">
          <label htmlFor={`${id}-who`} className="mb-1.5 block text-[0.9375rem] font-medium">
            {t('visibility')}
          </label>
          <Select
            id={`${id}-who`}
            value={visibility}
            onChange={({ target }) => setVisibility(visibilities.find((one) => one === target.value) ?? 'internal')}
            options={visibilities.map((value) => ({ value, label: who(value) }))}
          />
          {visibility === 'client' && <div className="mt-2">{ahead}</div>}
        </div>
      )}
      {hasDocuments && <p className="max-w-prose text-ink-soft">{t('drafts')}</p>}
      <LeftOutList files={[...found.leftOut, ...leftOut]} system={found.system} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={planned.length === 0} onClick={() => begin(planned)}>
          {t('begin', { count: planned.length, size: formatFileSize(bytes, locale) })}
        </Button>
        <Button onClick={back}>{t('back')}</Button>
      </div>
    </div>
  );
}

function useDestinations({ phases, types }: Offer): (Option | OptionGroup)[] {
  const t = useTranslations('bulk.plan');
  const photos = [
    { value: 'photos', label: phases.length > 0 ? t('photosNoPhase') : t('photos') },
    ...phases.map(({ id, name }) => ({ value: `photos:${id}`, label: t('photosOf', { phase: name }) })),
  ];
  const documents = types.map(({ id, name }) => ({ value: `documents:${id}`, label: name }));
  return [
    { label: t('photosGroup'), options: photos },
    ...(documents.length > 0 ? [{ label: t('documentsGroup'), options: documents }] : []),
    { value: '', label: t('leaveOut') },
  ];
}
