import { utcMidnight } from '@/lib/calendar';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { invoiceXml } from '@/lib/invoices/printed/xml';
import { missingForXml } from '@/lib/invoices/printed/xml-missing';
import type { Sheet } from '@/lib/pdf/sheet';

const name = 'factur-x.xml';
const namespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';
const properties = {
  DocumentFileName: ['The name of the embedded XML document', name],
  DocumentType: ['The type of the hybrid document in capital letters', 'INVOICE'],
  Version: ['The actual version of the standard applying to the embedded XML document', '1.0'],
  ConformanceLevel: ['The conformance level of the embedded XML document', 'EN 16931'],
} as const;

/** Embeds the XML and says in the metadata what it is, by Factur-X 1.07. Does nothing for a document that has none. */
export async function embedXml({ pen }: Sheet, document: PrintedDocument): Promise<void> {
  if (missingForXml(document).length > 0) return;
  const at = utcMidnight(document.issuedOn ?? '');
  pen.file(Buffer.from(await invoiceXml(document, 'cii')), {
    ...{ name, type: 'text/xml', relationship: 'Alternative', description: 'Factur-X' },
    ...{ creationDate: at, modifiedDate: at },
  });
  pen.appendXML(metadata());
}

function metadata(): string {
  const rows = Object.entries(properties);
  const values = rows.map(([key, [, value]]) => `<fx:${key}>${value}</fx:${key}>`).join('');
  const described = rows
    .map(
      ([key, [text]]) =>
        `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${key}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>` +
        `<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${text}</pdfaProperty:description></rdf:li>`,
    )
    .join('');
  return `
    <rdf:Description rdf:about="" xmlns:fx="${namespace}">${values}</rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>fx</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq>${described}</rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>`;
}
