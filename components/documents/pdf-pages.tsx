'use client';

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { openPdf } from '@/components/documents/open-pdf';
import { PdfPage } from '@/components/documents/pdf-page';

type Props = {
  address: string;
  words: {
    /** With {page} and {count}, which change from page to page. */
    page: string;
    loading: string;
    failed: string;
  };
};

/** A PDF page under page, each drawn when it comes into view. */
export function PdfPages({ address, words }: Props) {
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

  if (pdf === 'failed') return <p className="text-ink-soft">{words.failed}</p>;
  if (pdf === 'loading')
    return (
      <p role="status" className="text-ink-soft [@media(scripting:none)]:hidden">
        {words.loading}
      </p>
    );
  const count = pdf.numPages;
  const label = (page: number) => words.page.replace('{page}', String(page)).replace('{count}', String(count));
  return (
    <ol className="space-y-5">
      {Array.from({ length: count }, (_, index) => index + 1).map((page) => (
        <PdfPage key={page} pdf={pdf} number={page} label={label(page)} />
      ))}
    </ol>
  );
}
