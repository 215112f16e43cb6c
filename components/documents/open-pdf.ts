import type { PDFDocumentProxy } from 'pdfjs-dist';

/**
 * Opens a PDF from our own origin. The library is loaded on demand, in its legacy build for older phones, and fetches
 * only the parts of the file that are displayed. Rejects for a file that is no PDF, is encrypted or cannot be fetched.
 */
export async function openPdf(address: string): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href;
  const opening = getDocument({
    url: address,
    disableAutoFetch: true,
    disableStream: true,
    // WebAssembly decoders and scripted forms need permissions that our content security policy does not grant.
    useWasm: false,
    enableXfa: false,
  });
  return opening.promise;
}
