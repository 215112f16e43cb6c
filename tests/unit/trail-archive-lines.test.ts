import { expect, it } from 'vitest';
import { BrokenArchive, linesOfFile } from '@/lib/trail-archives/checks';

const text = Buffer.from('{"name":"Zoë"}\n{"name":"図面"}\n');

async function linesOf(chunks: readonly Uint8Array[]): Promise<string[]> {
  async function* file() {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of linesOfFile(file())) lines.push(line);
  return lines;
}

it('characters that are cut between two chunks are whole again', async () => {
  const bytes = [...text].map((byte) => Uint8Array.of(byte));
  expect((await linesOf(bytes)).join('')).toBe(text.toString());
});

it('every byte after the last line counts, the first ones of a character too', async () => {
  await expect(linesOf([text, Uint8Array.of(0xc3)])).rejects.toThrow(BrokenArchive);
  await expect(linesOf([text, Uint8Array.of(0xff)])).rejects.toThrow(BrokenArchive);
  expect(await linesOf([text, Buffer.from('x')])).toHaveLength(3);
});
