import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { NextRequest } from 'next/server';
import { webStream } from '@/lib/storage/web-stream';
import { downloadDoor, uploadDoor } from '@/tests/support/files/file-doors';

// Runs as a separate process under a heap limit: sends files of 50 MB through the doors, chunk by chunk, and prints the
// growth of its memory. `TOKEN` is a bearer token; the database and the data folder come from Oriel's own variables.

const mebibyte = 1024 * 1024;
const headers = { authorization: `Bearer ${process.env.TOKEN}` };

/** A form with one PDF of this size in bytes, generated while it is read. */
function formOf(byteSize: number) {
  const hash = createHash('sha256');
  const chunk = randomBytes(64 * 1024);
  async function* body() {
    yield Buffer.from('--edge\r\nContent-Disposition: form-data; name="new_file"; filename="big.pdf"\r\n\r\n');
    for (let sent = 0; sent < byteSize; ) {
      const piece = Buffer.from(chunk.subarray(0, Math.min(chunk.length, byteSize - sent)));
      if (sent === 0) piece.write('%PDF-1.4\n');
      hash.update(piece);
      sent += piece.length;
      yield piece;
    }
    yield Buffer.from('\r\n--edge--\r\n');
  }
  return { body: webStream(Readable.from(body())), hash };
}

async function send(byteSize: number): Promise<{ id: string; sha256: string }> {
  const { body, hash } = formOf(byteSize);
  const request = new NextRequest('http://localhost/api/test', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=edge' },
    body,
    duplex: 'half',
  });
  const answer = await uploadDoor('document')(request, {});
  const { file_ids: ids } = await answer.json();
  return { id: ids[0], sha256: hash.digest('hex') };
}

async function receive(id: string): Promise<string> {
  const request = new NextRequest('http://localhost/api/test', { headers });
  const answer = await downloadDoor(request, { params: Promise.resolve({ id }) });
  const hash = createHash('sha256');
  for await (const chunk of answer.body ?? []) hash.update(chunk);
  return hash.digest('hex');
}

/** The growth of the process's resident memory during `work`, peak minus start, in bytes. */
async function growthOf<T>(work: () => Promise<T>): Promise<{ growth: number; result: T }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 5);
  const result = await work();
  clearInterval(timer);
  look();
  return { growth: most - before, result };
}

// Warm-up before measuring: compiles code and opens connections.
for (let times = 0; times < 3; times++) await receive((await send(8 * mebibyte)).id);
const upload = await growthOf(() => send(50 * mebibyte));
const download = await growthOf(() => receive(upload.result.id));
const together = await growthOf(() =>
  Promise.all([1, 2, 3, 4].map(async () => receive((await send(50 * mebibyte)).id))),
);
const growth = { upload: upload.growth, download: download.growth, together: together.growth };
console.log(JSON.stringify({ growth, same: upload.result.sha256 === download.result }));
process.exit(0);
