import type { Readable } from 'node:stream';

/**
 * A Node stream as a web stream that reads only on demand and destroys the source when it is cancelled. Node's own
 * `Readable.toWeb` throws an uncaught error when it is cancelled during a read (Node 20, "Controller is already closed"),
 * which happens with each aborted download.
 */
export function webStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void source.destroy(),
    },
    { highWaterMark: 0 },
  );
}
