import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { readMultipart } from '@/lib/http/multipart';

type Got = { fileName: string; sha256: string; discarded: boolean; discard(): Promise<void> };

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

async function receive(bytes: Readable, { fileName }: { fileName: string }): Promise<Got> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  const got: Got = {
    fileName,
    sha256: hash.digest('hex'),
    discarded: false,
    discard: async () => {
      got.discarded = true;
    },
  };
  return got;
}

/** A part: its header's lines after `Content-Disposition: form-data; ` as bytes in Latin-1, and its body. */
type Part = [disposition: string, body: string | Uint8Array];

/** UTF-8 as a string of bytes. */
const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

function bodyOf(parts: Part[], end = '\r\n--b0undary--\r\n'): Buffer {
  const pieces = parts.flatMap(([disposition, body]) => [
    Buffer.from(`\r\n--b0undary\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`, 'latin1'),
    Buffer.from(body as string),
  ]);
  return Buffer.concat([...pieces, Buffer.from(end)]).subarray(2);
}

function read(body: Buffer, { size = 64_000, most = 2, boundary = 'b0undary' } = {}) {
  const chunks = Array.from({ length: Math.ceil(body.length / size) }, (_, at) =>
    Uint8Array.from(body.subarray(at * size, (at + 1) * size)),
  );
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
  const request = new Request('http://localhost/', {
    ...{ method: 'POST', body: stream, duplex: 'half' },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  return readMultipart(request, { part: 'file', field: 'file', most, receive });
}

const nameOf = async (disposition: string) => (await read(bodyOf([[disposition, 'x']]))).files[0]?.fileName;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? (error.reason?.key ?? Object.values(error.fields)[0]) : error),
  );

describe('the name of a file in a form', () => {
  it.each([
    ['quotes as browsers write them', 'filename="The %22big%22 plan.pdf"', 'The "big" plan.pdf'],
    ['a line break as browsers write it', 'filename="a%0D%0Ab.pdf"', 'a\r\nb.pdf'],
    ['a percent sign, which browsers leave alone', 'filename="100%25 oak.pdf"', '100%25 oak.pdf'],
    ['quotes as programs write them', String.raw`filename="The \"big\" plan.pdf"`, 'The "big" plan.pdf'],
    ['a path of Windows', String.raw`filename="C:\plans\a.pdf"`, String.raw`C:\plans\a.pdf`],
    ['a semicolon in quotes', 'filename="a; filename=b.pdf"', 'a; filename=b.pdf'],
    ['no quotes', 'filename=plan.pdf', 'plan.pdf'],
    ['UTF-8', `filename="${utf8('Pläne.pdf')}"`, 'Pläne.pdf'],
    ['bytes in Latin-1', 'filename="Pl\xe4ne S\xfcd.pdf"', 'Pläne Süd.pdf'],
    ['an encoded word', 'filename="=?UTF-8?B?UGzDpG5l?=.pdf"', 'Pläne.pdf'],
    ['the star', `filename*=UTF-8''Pl%C3%A4ne%20%22a%22.pdf`, 'Pläne "a".pdf'],
    ['the star in Latin-1', `filename*=iso-8859-1'de'Pl%E4ne.pdf`, 'Pläne.pdf'],
    ['the star after the plain name', `filename="Plaene.pdf"; filename*=UTF-8''Pl%C3%A4ne.pdf`, 'Pläne.pdf'],
    ['the star before the plain name', `filename*=UTF-8''Pl%C3%A4ne.pdf; filename="Plaene.pdf"`, 'Pläne.pdf'],
    ['a percent in the star, decoded once', `filename*=UTF-8''100%2522.pdf`, '100%22.pdf'],
    ['a star that is wrong, and so passed over', `filename="a.pdf"; filename*=UTF-8''%E4.pdf`, 'a.pdf'],
    ['a star of an unknown charset', `filename*=klingon''b.pdf; filename="a.pdf"`, 'a.pdf'],
  ])('%s', async (_, disposition, meant) => {
    expect(await nameOf(`name="file"; ${disposition}`)).toBe(meant);
  });

  it('comes back as it was, from a browser and from RFC 8187', async () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((name) => !/%(22|0[ad])|\\|\p{Cs}|=\?/iu.test(name));
    const escaped = (name: string) => name.replace(/["\r\n]/g, (letter) => encodeURIComponent(letter));
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        expect(await nameOf(`name="file"; filename="${utf8(escaped(name))}"`)).toBe(name);
        const star = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
        expect(await nameOf(`name="file"; filename="x"; filename*=UTF-8''${star}`)).toBe(name);
      }),
    );
  });
});

describe('a form', () => {
  it('arrives whole, however its bytes are cut', async () => {
    const bytes = new Uint8Array(90_000).map((_, at) => at % 251);
    const body = bodyOf([
      ['name="%22odd%22"', 'one'],
      ['name="file"; filename="a.bin"', bytes],
      ['name="title"', 'Süd'],
      ['name="old"', Buffer.from('S\xfcd', 'latin1')],
      ['name="file"; filename=""', ''],
      ['name="file"; filename="empty.bin"', ''],
    ]);
    for (const size of [1_000_000, 4_096, 61]) {
      const { fields, files } = await read(body, { size });
      expect(fields).toEqual([
        ['"odd"', 'one'],
        ['title', 'Süd'],
        ['old', 'Süd'],
      ]);
      expect(files.map(({ fileName, sha256: hash }) => [fileName, hash])).toEqual([
        ['a.bin', sha256(bytes)],
        ['empty.bin', sha256('')],
      ]);
    }
  });

  it('takes a boundary in quotes, and passes over parts that belong to no form', async () => {
    const body = Buffer.from(
      '--b0undary\r\nContent-Disposition: attachment; name="x"\r\n\r\n1\r\n--b0undary\r\n\r\n2\r\n--b0undary--',
    );
    expect(await read(body, { boundary: '"b0undary"' })).toEqual({ fields: [], files: [] });
  });

  it.each([
    ['a body that ends early', bodyOf([['name="file"; filename="a.bin"', 'half']], ''), 'uploadBroken'],
    ['no form at all', Buffer.from('just text'), 'uploadBroken'],
    ['too long a field', bodyOf([['name="title"', 'x'.repeat(100_001)]]), 'formTooLarge'],
    ['too many parts', bodyOf(Array.from({ length: 110 }, () => ['name="x"', '']) as Part[]), 'formTooLarge'],
    ['a file in another field', bodyOf([['name="other"; filename="a"', 'x']]), [{ key: 'unknownField' }]],
    [
      'too many files',
      bodyOf([1, 2, 3].map((at): Part => [`name="file"; filename="${at}.bin"`, 'x'])),
      [{ key: 'tooManyFiles', params: { maximum: 2 } }],
    ],
  ])('is refused: %s', async (_, body, reason) => {
    expect(await refusal(read(body))).toEqual(reason);
    expect(await refusal(read(body, { size: 50 }))).toEqual(reason);
  });
});
