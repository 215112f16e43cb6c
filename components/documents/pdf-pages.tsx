'use client';

import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useEffect, useState } from 'react';
import { openPdf } from '@/components/documents/open-pdf';
import { PdfPage } from '@/components/documents/pdf-page';

type Props = {
  address: string;
  /** Shown until the file is open. */
  children: ReactNode;
};

/** The pages of a PDF in a list, each drawn when it comes near the viewport. */
export function PdfPages({ address, children }: Props) {
  const t = useTranslations('documents.preview');
  const [pdf, setPdf] = useState<PDFDocumentProxy | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let gone = false;
    const opening = openPdf(address);
    opening.then(
      (opened) => gone || setPdf(opened),
      () => gone || setPdf('failed'),
    );
    return () => {
      gone = true;
      opening.then((opened) => opened.loadingTask.destroy()).catch(() => {});
    };
  }, [address]);

  if (pdf === 'loading' || pdf === 'failed')
    return (
      <>
        <p role="status" className="mb-5 flex min-h-11 items-center text-ink-soft">
          {t(pdf)}
        </p>
        {children}
      </>
    );
  const count = pdf.numPages;
  if (count === 0) return <p className="text-ink-soft">{t('noPages')}</p>;
  return (
    <ol className="space-y-5">
      {Array.from({ length: count }, (_, index) => index + 1).map((page) => (
        <PdfPage key={page} pdf={pdf} number={page} label={t('page', { page, count })} />
      ))}
    </ol>
  );
}
