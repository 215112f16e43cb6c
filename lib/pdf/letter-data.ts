import type { Locale } from '@/lib/i18n/locales';
import type { Flow } from '@/lib/pdf/flow';
import type { Sheet } from '@/lib/pdf/sheet';

/** A label with its value. */
export type Fact = readonly [label: string, value: string];

/** Who writes: the business as it stood on the day of the letter. The address is in lines, the accent a hex colour. */
export type Sender = {
  name: string;
  address: string | null;
  taxNumber: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  iban: string | null;
  bic: string | null;
  accent: string;
  footer: string | null;
};

export type LetterData = {
  locale: Locale;
  title: string;
  /** Written across every page of a letter that is void or a draft, and beside its title where `stamped`. */
  mark: string | null;
  stamped: boolean;
  sender: Sender;
  /** A PNG or JPEG. */
  logo: Uint8Array | null;
  recipient: { name: string; address: string | null };
  facts: readonly Fact[];
  /** The date inside the file. */
  madeAt: Date;
};

/** A letter being drawn, with the business's colour, readable on white, and its tint. */
export type Letter = LetterData & { sheet: Sheet; flow: Flow; accent: { text: string; soft: string } };
