'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, type DragEvent, useEffect, useState } from 'react';
import type { Found } from '@/components/bulk/bulk-item';
import { readChosen, readDropped } from '@/components/bulk/read-folder';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type Props = { reading: boolean; take: (reader: () => Promise<Found>) => Promise<void> };

const focused = 'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text';

/** Takes a folder or a ZIP: dropped, or chosen by one of two pickers, because no picker offers both. */
export function DropArea({ reading, take }: Props) {
  const t = useTranslations('bulk.choose');
  const [ready, setReady] = useState(false);
  const [over, setOver] = useState(false);
  useEffect(() => setReady(true), []);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    if (files.length > 0) void take(() => readChosen(files));
  };
  const drag = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    const dropped = readDropped(event.dataTransfer.items);
    void take(() => dropped);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: drag and drop is optional; the buttons inside do the same
    <div
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
      aria-busy={reading}
      className={`flex flex-col items-center gap-4 rounded-card border-2 border-dashed px-5 py-10 text-center ${over ? 'border-accent-text bg-accent-soft' : 'border-line-strong/50'}`}
    >
      <Icon name="folder-open" className="size-8 text-ink-faint" />
      <p className="font-medium pointer-coarse:hidden">{t('drop')}</p>
      <div className="noscript:hidden flex flex-wrap justify-center gap-3">
        <label className={`${buttonClass('primary')} ${focused} pointer-coarse:hidden`}>
          {t('folder')}
          <input
            type="file"
            disabled={!ready || reading}
            onChange={choose}
            className="sr-only"
            aria-describedby="bulk-hint"
            {...{ webkitdirectory: '' }}
          />
        </label>
        <label className={`${buttonClass('secondary')} ${focused}`}>
          {t('zip')}
          <input
            type="file"
            multiple
            accept=".zip,application/zip"
            disabled={!ready || reading}
            onChange={choose}
            className="sr-only"
            aria-describedby="bulk-hint"
          />
        </label>
      </div>
      <p className="noscript:block hidden">{t('noScript')}</p>
      <p role="status" className="empty:hidden text-ink-soft">
        {reading && t('reading')}
      </p>
      <p id="bulk-hint" className="max-w-prose text-sm text-ink-soft">
        {t('hint')}
      </p>
    </div>
  );
}
