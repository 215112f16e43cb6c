import PDFDocument from 'pdfkit';

/** A realistic PDF: pages of text, each with the PDF's name and the page number. */
export function drawnPdf(name: string, pages = 1): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 60, autoFirstPage: false });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    for (let page = 1; page <= pages; page++) pdf.addPage().fontSize(24).text(`${name}, page ${page}`);
    pdf.end();
  });
}
