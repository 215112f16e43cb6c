import { Buffer } from 'node:buffer';
import { XmlDocument } from 'libxml2-wasm';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { invoicePdf } from '@/lib/invoices/printed/pdf';
import { invoiceXml } from '@/lib/invoices/printed/xml';
import { printedDocument, type TypedLine } from '@/tests/support/printed/documents';
import { readPdf } from '@/tests/support/printed/read-pdf';

const read = async (document: PrintedDocument, locale: 'en' | 'de' = 'en') =>
  readPdf(await invoicePdf(document, locale));

const plain = (text: string) => text.replace(/\s+/gu, ' ');

const lines = (count: number, make: (at: number) => Partial<TypedLine> = () => ({})) =>
  Array.from({ length: count }, (_, at) => ({
    description: `Item ${at + 1}`,
    quantity: '1',
    price: '10',
    tax: '20',
    ...make(at),
  }));

describe('a long document', () => {
  const document = printedDocument({ lines: lines(60) });

  it('repeats its head, carries the sum over and numbers three pages', async () => {
    const { pages } = await read(document);
    expect(pages).toHaveLength(3);
    const starts = pages.slice(1).map((page) => page.slice(0, 3));
    const ends = pages.slice(0, -1).map((page) => page.findLast((line) => line.startsWith('Carried over')));
    starts.forEach(([title, head, carried], at) => {
      expect([title, head]).toEqual([
        'Harbor & Pine Builders · Invoice 2026-0001',
        'No. Description Quantity Unit price Tax Amount',
      ]);
      expect(carried).toBe(ends[at]);
      const before = pages
        .slice(0, at + 1)
        .flat()
        .filter((line) => /^\d+ Item/.test(line)).length;
      expect(carried).toBe(`Carried over €${before}0.00`);
    });
    expect(pages.map((page) => page.at(-1))).toEqual(['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3']);
  });

  it('keeps its sums together on the last page, wherever the lines end', async () => {
    for (let count = 12; count < 24; count++) {
      const { pages } = await read(printedDocument({ lines: lines(count) }));
      const sums = pages.map((page) => page.filter((line) => /^(Net amount|Tax 20%|Total) /.test(line)).length);
      // The foot is the last five lines, so nothing runs into it.
      for (const page of pages) expect(page.at(-5)).toMatch(/^Harbor & Pine Builders \+351/);
      expect(
        sums.filter((found) => found > 0),
        `${count} lines`,
      ).toEqual([3]);
    }
  });

  it('tears no row of a few lines', async () => {
    const { pages } = await read(
      printedDocument({ lines: lines(40, () => ({ description: 'first\n2\n3\n4\nfifth' })) }),
    );
    const counts = (word: RegExp) => pages.map((page) => page.filter((line) => word.test(line)).length);
    expect(counts(/\bfirst\b/)).toEqual(counts(/^fifth$/));
    expect(counts(/^fifth$/).reduce((sum, count) => sum + count)).toBe(40);
  });

  it('of 1,000 lines takes less than three seconds', { retry: 2 }, async () => {
    await invoicePdf(printedDocument(), 'en'); // opens the fonts
    const before = process.cpuUsage();
    const bytes = await invoicePdf(printedDocument({ lines: lines(1000) }), 'en');
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(3);
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length,
    ).toBeGreaterThan(20);
  });
});

describe('the file', () => {
  it('has the same bytes each time, whatever was drawn before', async () => {
    const one = printedDocument({ logo: await logo('png'), notes: 'Ήλιος ήλιος في لا' });
    const first = await invoicePdf(one, 'de');
    await invoicePdf(printedDocument({ notes: 'η ή ض ص ي' }), 'en');
    expect(Buffer.compare(await invoicePdf(one, 'de'), first)).toBe(0);
  });

  it('says what it is: PDF/A-3b, tagged, its title and language, and the XML in it', async () => {
    const one = printedDocument({ number: '<&>2026-1' });
    const bytes = await invoicePdf(one, 'de');
    const { xmp, info, tags, files } = await readPdf(bytes);
    XmlDocument.fromString(xmp.slice(xmp.indexOf('<x:xmpmeta'), xmp.indexOf('</x:xmpmeta>') + 12)).dispose(); // throws unless well-formed
    for (const part of [
      '<pdfaid:part>3<',
      '<pdfaid:conformance>B<',
      '<fx:ConformanceLevel>EN 16931<',
      'Harbor &#38; Pine',
    ])
      expect(xmp).toContain(part);
    expect(info).toMatchObject({ Title: 'Rechnung <&>2026-1', Author: 'Harbor & Pine Builders', Language: 'de' });
    for (const tag of ['Document', 'H1', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(tags).toContain(`"role":"${tag}"`);
    expect(files['factur-x.xml']).toBe(await invoiceXml(one, 'cii'));
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('/AFRelationship /Alternative');
    expect(raw.match(/\/Type \/FontDescriptor/g)?.length).toBe(raw.match(/\/FontFile2 /g)?.length);
    expect(raw).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  it.each([
    ['a draft', { number: null, status: 'draft' as const, issuedOn: null, verifyUrl: null }, 'DRAFT'],
    ['a void invoice', { status: 'void' as const }, 'VOID'],
  ])('of %s is marked, has no XML and asks for no payment', async (_, given, mark) => {
    const { text, files } = await read(printedDocument(given));
    expect(text).toContain(mark);
    expect(files).toEqual({});
    expect(text).not.toContain('How to pay');
  });

  it('of an invoice says how to pay and where to check it; of a credit note what it takes back', async () => {
    const invoice = await read(printedDocument());
    for (const part of [
      'IBAN PT50 0002 0123 1234 5678 9015 4',
      'Reference RF31 2026 0001',
      'https://portal.example.com/verify/k3v9',
    ])
      expect(invoice.text).toContain(part);
    expect(invoice.tags).toContain('QR code for a bank transfer');
    const credits = { number: '2026-0001', issuedOn: '2026-11-02' };
    const credit = await read(
      printedDocument({ kind: 'credit_note', number: 'CN-1', credits, reason: 'Two doors were broken.' }),
    );
    expect(plain(credit.text)).toContain('takes back part or all of invoice 2026-0001 of November 2, 2026.');
    expect(credit.text).toContain('Two doors were broken.');
    expect(credit.text).not.toContain('How to pay');
  });

  it.each(['png', 'jpeg'] as const)('shows a logo in %s, and without a readable one the name', async (format) => {
    expect((await read(printedDocument({ logo: await logo(format) }))).tags).toContain(
      'Logo of Harbor & Pine Builders',
    );
    const broken = await read(printedDocument({ logo: new Uint8Array([1, 2, 3]) }));
    expect(broken.pages[0]?.[0]).toBe('Harbor & Pine Builders');
    expect(broken.tags).not.toContain('Logo of');
  });
});

async function logo(format: 'png' | 'jpeg'): Promise<Uint8Array> {
  const background = { r: 31, g: 92, b: 87, alpha: format === 'png' ? 0.5 : 1 };
  const picture = sharp({ create: { width: 300, height: 90, channels: format === 'png' ? 4 : 3, background } });
  return format === 'png' ? picture.png().toBuffer() : picture.jpeg().toBuffer();
}
