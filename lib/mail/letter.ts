/** A line of a mail: what happened, perhaps more about it in Markdown, and where it can be seen. */
export type LetterLine = { text: string; detail: string | null; href: string | null };

/** Lines under a common heading, such as a project. */
export type LetterGroup = { title: string | null; lines: LetterLine[] };

/**
 * A mail as plain values: drawn as HTML (components/mail) and as text (lib/mail/text.ts), and kept for the outbox. Texts are what
 * people typed; both drawings escape them.
 */
export type Letter = {
  /** BCP 47. */
  locale: string;
  direction: 'ltr' | 'rtl';
  brand: { name: string; accent: string; logo: string | null };
  /** The line above all else, at which a quoted answer is cut; null for mail that nobody answers. */
  marker: string | null;
  /** What a list of mails shows after the subject. */
  preview: string;
  title: string;
  paragraphs: string[];
  groups: LetterGroup[];
  action: { label: string; href: string } | null;
  /** After the button. */
  notes: string[];
  /** Small print: why the person receives this, and the address of the business. */
  footer: string[];
  links: { label: string; href: string }[];
};
