import type { PDFDocumentProxy } from 'pdfjs-dist';

/**
 * Opens a PDF from our own origin. The library comes only where a PDF is shown, in its build for older phones; it fetches
 * the parts of the file that are looked at. Rejects for what is no PDF, is locked, or cannot be had.
 */
export async function openPdf(address: string): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href;
  const opening = getDocument({
    url: address,
    disableAutoFetch: true,
    disableStream: true,
    // Decoders in WebAssembly and forms with scripts would need rights that our pages do not give.
    useWasm: false,
    enableXfa: false,
  });
  return opening.promise;
}
