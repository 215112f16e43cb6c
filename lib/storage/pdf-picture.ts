import { log } from '@/lib/log';
import type { Picture } from '@/lib/storage/image';
import type { PdfAnswer, PdfJob } from '@/lib/storage/pdf-job';
import { jobProcesses } from '@/lib/storage/processes';
import { type Lane, waitingLine } from '@/lib/waiting-line';

const limits = { longest: 1_600, mostCpuMilliseconds: 10_000, mostBytes: 900 * 1024 * 1024 };

const runInProcess = jobProcesses<PdfJob, PdfAnswer>({
  script: 'lib/storage/pdf-process.mjs',
  options: ['--max-old-space-size=512'],
  killed: { kind: 'none', error: 'it took too long or too much memory' },
  mostMilliseconds: 120_000,
  idleMilliseconds: 60_000,
});

/** One page is drawn at a time: the library takes a processor and hundreds of megabytes. The others wait, tenant by tenant. */
const inTurn = waitingLine({ atOnce: 1, mostWaiting: 20, busy: 'busyPhotos', retryAfterSeconds: 5 });

/**
 * Draws the first page of a PDF as a WebP with a longer side of 1600 pixels, in another process. Returns null for a file that
 * is encrypted, broken or too costly, and where too many wait: a document is complete without its picture. Never throws.
 */
export async function firstPageOf(path: string, lane: Lane): Promise<Picture | null> {
  try {
    const answer = await inTurn(lane, () => runInProcess({ path, ...limits }));
    if (answer.kind === 'picture') {
      const { bytes, width, height } = answer;
      return { bytes, width, height, contentType: 'image/webp' };
    }
    if (answer.kind === 'failed') throw new Error(answer.error);
  } catch (error) {
    log().warn({ err: error }, 'storage: the first page of a PDF was not drawn');
  }
  return null;
}
