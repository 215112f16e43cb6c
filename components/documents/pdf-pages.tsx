'use client';

import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { openPdf } from '@/components/documents/open-pdf';
import { PdfPage } from '@/components/documents/pdf-page';

/** The pages of a PDF in a list, each drawn when it comes near the viewport. */
export function PdfPages({ address }: { address: string }) {
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

  if (pdf === 'failed') return <p className="text-ink-soft">{t('failed')}</p>;
  if (pdf === 'loading')
    return (
      <p role="status" className="text-ink-soft [@media(scripting:none)]:hidden">
        {t('loading')}
      </p>
    );
  const count = pdf.numPages;
  return (
    <ol className="space-y-5">
      {Array.from({ length: count }, (_, index) => index + 1).map((page) => (
        <PdfPage key={page} pdf={pdf} number={page} label={t('page', { page, count })} />
      ))}
    </ol>
  );
}
