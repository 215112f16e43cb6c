/**
 * A text of the document's information. pdfkit writes it into the dictionary by its value and into the XMP by its string form,
 * where it does not escape it: so the string form of this one is escaped.
 */
class InfoText extends String {
  override toString(): string {
    return escaped(this.valueOf());
  }
}

/** Marks a text for the information of a document, which pdfkit's types want as a string. */
export function infoText(text: string): string {
  return new InfoText(text.replace(/\s+/g, ' ')) as unknown as string;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
