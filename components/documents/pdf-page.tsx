'use client';

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';

/** Maximum pixels of a page's longer side; phones fail to create a larger canvas. */
const mostPixels = 4096;

type Props = { pdf: PDFDocumentProxy; number: number; label: string };

/**
 * One page, drawn at the screen's resolution when it comes near the viewport and freed when far away, because a phone has
 * no memory for a hundred canvases. Screen readers get its text.
 */
export function PdfPage({ pdf, number, label }: Props) {
  const place = useRef<HTMLLIElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [text, setText] = useState('');

  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '800px',
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const target = canvas.current;
    if (!near || !target) return;
    // A page that fails to draw stays blank; the file can still be downloaded.
    drawPage(pdf, number, target).then(setText, () => {});
    return () => {
      target.width = 0;
      target.height = 0;
    };
  }, [near, pdf, number]);

  return (
    <li ref={place} className="overflow-hidden rounded-card bg-raised shadow-raised">
      <canvas ref={canvas} role="img" aria-label={label} className="block aspect-[1/1.414] w-full" />
      {text && <p className="sr-only">{text}</p>}
    </li>
  );
}

/** Draws a page at the width of its canvas and returns its text. */
async function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<string> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const sharp = (canvas.clientWidth * Math.min(window.devicePixelRatio, 2)) / width;
  const viewport = page.getViewport({ scale: Math.min(sharp, mostPixels / Math.max(width, height)) });
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.style.aspectRatio = `${width} / ${height}`;
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
