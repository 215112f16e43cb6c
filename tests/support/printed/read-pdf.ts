import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Item = { str: string; transform: number[]; width: number };

/** The pages of a PDF as lines of text, from the top and from the left, the right edge of all text, and what else is in the file. */
export async function readPdf(bytes: Uint8Array) {
  const opening = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  const pdf = await opening.promise;
  try {
    const pages: string[][] = [];
    const tags: unknown[] = [];
    let right = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []))));
      right = Math.max(right, ...items.map((item) => ('str' in item ? (item.transform[4] ?? 0) + item.width : 0)));
      tags.push(await page.getStructTree());
    }
    const attachments: Record<string, { content: Uint8Array }> = (await pdf.getAttachments()) ?? {};
    const { metadata, info } = await pdf.getMetadata();
    const files = Object.fromEntries(
      Object.entries(attachments).map(([name, { content }]) => [name, Buffer.from(content).toString()]),
    );
    return {
      pages,
      right,
      text: pages.flat().join('\n'),
      tags: JSON.stringify(tags),
      files,
      xmp: metadata?.getRaw() ?? '',
      info,
    };
  } finally {
    await opening.destroy();
  }
}

/** Items of one baseline are a line; a gap between two of them is a blank. */
function linesOf(items: Item[]): string[] {
  const rows = new Map<number, Item[]>();
  for (const item of items) {
    const y = Math.round(item.transform[5] ?? 0);
    const near = [...rows.keys()].find((other) => Math.abs(other - y) <= 1) ?? y;
    rows.set(near, [...(rows.get(near) ?? []), item]);
  }
  const left = ({ transform }: Item) => transform[4] ?? 0;
  return [...rows]
    .sort(([a], [b]) => b - a)
    .map(([, row]) =>
      row
        .sort((a, b) => left(a) - left(b))
        .reduce((line, item, at) => {
          const before = row[at - 1];
          const gap = before && left(item) - left(before) - before.width > 2 ? ' ' : '';
          return line + gap + item.str;
        }, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}
