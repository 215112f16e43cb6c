import type { NextRequest } from 'next/server';
import type { GuestActor, ReadingActor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { safely } from '@/lib/doors/file-answer';
import { env } from '@/lib/env';
import { contentDisposition } from '@/lib/http/content-disposition';
import { lengthHeader } from '@/lib/http/length-header';
import { fallbackLocale, settled } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import type { Drawing } from '@/lib/pdf/drawing';
import type { ServedFile } from '@/lib/storage/columns';
import { store } from '@/lib/storage/store';
import { waitingLine } from '@/lib/waiting-line';

/** Draws a paper: the bytes of a PDF, or of what `contentType` says. */
export type Draw<Paper> = (
  paper: Paper,
  drawing: Drawing,
) => Promise<{ fileName: string; bytes: Uint8Array; contentType?: string }>;

/** What a door found: the paper, the logo that it is drawn with, and the code under which a kept one can be checked. */
export type Found<Paper> = { paper: Paper; logoFile: ServedFile | null; code: string | null };

/** Whoever a paper is drawn for. */
export type PaperReader = Extract<ReadingActor, { tenantId: string }> | GuestActor;

/** Papers are drawn on the one thread that also answers pages: one at a time, business by business in turn. */
const inTurn = waitingLine({ atOnce: 1, mostWaiting: 20, busy: 'busyPapers', retryAfterSeconds: 5 });

/** The paper, drawn in the language of its reader, as a download. Runs after the transactions, because drawing takes long. */
export async function answerWithPaper<Paper>(
  request: NextRequest,
  reader: PaperReader,
  { paper, logoFile, code }: Found<Paper>,
  draw: Draw<Paper>,
): Promise<Response> {
  const locale = settled(reader.locale, reader.tenant.locale) ?? fallbackLocale;
  const logo = logoFile && (await bytesOf(logoFile));
  const drawn = await inTurn(laneOf(reader), () => draw(paper, { locale, logo, code, verifyUrl }));
  const { fileName, bytes, contentType } = drawn;
  const headers = {
    ...safely,
    'Content-Type': contentType ?? 'application/pdf',
    'Content-Disposition': contentDisposition('attachment', fileName),
    'Content-Length': String(bytes.byteLength),
    [lengthHeader]: String(bytes.byteLength),
  };
  return new Response(request.method === 'HEAD' ? null : Uint8Array.from(bytes), { headers });
}

const verifyUrl = (code: string | null) => code && new URL(paths.verify(code), env().url).href;

/** The bytes of a logo. A storage that is down costs the logo and not the document. */
async function bytesOf({ storageKey }: { storageKey: string }): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await new Response(await store().get(storageKey)).arrayBuffer());
  } catch (error) {
    log().warn({ err: error }, 'pdf: a logo was left out');
    return null;
  }
}
