'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { PdfPages } from '@/components/documents/pdf-pages';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

export type FirstPage = { address: string; width: number; height: number };

type Props = { address: string; picture: FirstPage | null };

/**
 * The first page of a PDF as a picture, and a link that opens all pages here: the library that draws them is loaded by the
 * click. Without JavaScript the link opens the file itself.
 */
export function PdfPreview({ address, picture }: Props) {
  const t = useTranslations('documents.preview');
  const pages = useRef<HTMLDivElement>(null);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    if (reading) pages.current?.focus({ preventScroll: true }); // the link that had the focus is gone
  }, [reading]);
  const firstPage = picture && (
    <img
      src={picture.address}
      width={picture.width}
      height={picture.height}
      alt={t('firstPage')}
      className="h-auto w-full rounded-card bg-white shadow-raised"
    />
  );

  if (reading)
    return (
      <div ref={pages} tabIndex={-1} className="focus-visible:outline-none">
        <PdfPages address={address}>{firstPage}</PdfPages>
      </div>
    );
  const read = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setReading(true);
  };
  return (
    <>
      <a href={address} onClick={read} className={buttonClass()}>
        <Icon name="book-open" />
        {t('read')}
      </a>
      {firstPage && (
        // Beside the link above it, for the pointer only.
        <a href={address} onClick={read} tabIndex={-1} className="mt-5 block rounded-card">
          {firstPage}
        </a>
      )}
    </>
  );
}
