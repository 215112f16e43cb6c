import { type FieldName, fieldsOf } from '@/lib/imports/fields/rule';
import type { ImportKind } from '@/lib/imports/rule';

/** The field that each column of a file fills; null for a column that is left out. */
export type Mapping = (FieldName | null)[];

/** Names of columns that other programs give, besides those of the catalogues: in letters and digits alone, as `plainName` makes them. */
const synonyms: Partial<Record<FieldName, readonly string[]>> = {
  externalId: [
    'id',
    'externeid',
    'externeidnr',
    'nr',
    'no',
    'kundennummer',
    'customerid',
    'customernumber',
    'projektnummer',
  ],
  name: [
    'kunde',
    'kundenname',
    'customername',
    'clientname',
    'projekt',
    'projektname',
    'projectname',
    'fullname',
    'titel',
    'title',
  ],
  kind: ['art', 'type', 'kundenart'],
  email: ['mail', 'emailaddress', 'emailadresse'],
  phone: ['tel', 'telefon', 'telefonnummer', 'telephone', 'mobile', 'handy'],
  address: ['anschrift', 'adresse', 'strasse', 'street'],
  taxNumber: ['ustid', 'ustidnr', 'steuernummer', 'vat', 'vatnumber', 'vatid', 'taxid'],
  countryCode: ['land', 'country', 'laendercode'],
  currency: ['waehrung'],
  isActive: ['aktiv', 'active'],
  internalNotes: ['notiz', 'notizen', 'bemerkung', 'bemerkungen', 'notes', 'comment'],
  client: ['kunde', 'kundenname', 'kundennummer', 'customer', 'customername', 'clientid', 'kundenid', 'customerid'],
  userType: ['rolle', 'role', 'art', 'type'],
  locale: ['sprache', 'language'],
  description: ['beschreibung', 'text', 'taetigkeit', 'leistung', 'bezeichnung', 'task', 'activity', 'item'],
  startsOn: ['beginn', 'start', 'startdatum', 'startdate'],
  endsOn: ['ende', 'end', 'enddatum', 'enddate'],
  contractValue: ['auftragswert', 'auftragssumme', 'budget', 'value', 'contract'],
  contact: ['ansprechpartner', 'kontakt', 'contactemail'],
  project: ['projekt', 'projektname', 'projektnummer', 'projectname', 'projectid', 'job'],
  percent: ['prozent', 'fortschritt', 'progress', 'done'],
  weight: ['gewicht'],
  workedOn: ['datum', 'date', 'tag', 'day', 'workdate'],
  minutes: ['dauer', 'stunden', 'hours', 'duration', 'zeit', 'time'],
  billable: ['abrechenbar', 'verrechenbar'],
  person: ['mitarbeiter', 'mitarbeiterin', 'employee', 'user', 'staff', 'wer'],
  number: ['rechnungsnummer', 'rechnungsnr', 'invoicenumber', 'invoiceno', 'nr', 'no', 'nummer'],
  issuedOn: ['datum', 'date', 'rechnungsdatum', 'invoicedate', 'issuedate', 'belegdatum'],
  dueOn: ['faellig', 'faelligam', 'faelligkeit', 'duedate', 'due', 'zahlbarbis'],
  quantity: ['menge', 'anzahl', 'qty'],
  unitPrice: ['preis', 'einzelpreis', 'price', 'netto', 'net', 'nettobetrag', 'amount', 'betrag'],
  taxRate: ['steuersatz', 'mwst', 'mwstsatz', 'ust', 'ustsatz', 'vat', 'tax', 'vatrate'],
  notes: ['hinweis', 'hinweise', 'bemerkung', 'notizen'],
  invoice: ['rechnung', 'rechnungsnummer', 'rechnungsnr', 'invoicenumber', 'invoiceno'],
  amount: ['betrag', 'summe', 'saldo', 'balance', 'openingbalance', 'anfangsbestand', 'anfangssaldo', 'value'],
  paidOn: ['datum', 'date', 'zahlungsdatum', 'paymentdate', 'eingang', 'bezahltam'],
  method: ['zahlungsart', 'zahlweg', 'paymentmethod'],
  reference: ['referenz', 'verwendungszweck', 'beleg'],
  entryOn: ['datum', 'date', 'stichtag', 'asof', 'buchungsdatum'],
};

/** A name in letters and digits alone, with umlauts as two letters: “Straße / Nr.” → `strassenr`. */
function plainName(text: string): string {
  const spelled = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
  return spelled.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The field that each column is likely to fill: by the field's own name, its names in the catalogues (`labels`), and names that other
 * programs give, in this order; each field once.
 */
export function guessedMapping(
  kind: ImportKind,
  header: readonly string[],
  labels: readonly Readonly<Record<FieldName, string>>[],
): Mapping {
  const fields = fieldsOf[kind].map(({ name }) => name);
  const mapping: Mapping = header.map(() => null);
  const passes = [
    (name: FieldName) => [name],
    (name: FieldName) => labels.map((label) => label[name]),
    (name: FieldName) => synonyms[name] ?? [],
  ];
  for (const namesOf of passes)
    for (const [at, title] of header.entries()) {
      if (mapping[at] !== null || plainName(title) === '') continue;
      const isFree = (name: FieldName) => !mapping.includes(name);
      const fits = (name: FieldName) => namesOf(name).some((one) => plainName(one) === plainName(title));
      mapping[at] = fields.find((name) => isFree(name) && fits(name)) ?? null;
    }
  return mapping;
}

/** Fields that the kind requires and no column fills, and those that two columns fill. */
export function mappingProblems(
  kind: ImportKind,
  mapping: Readonly<Mapping>,
): { missing: FieldName[]; doubled: FieldName[] } {
  const missing = fieldsOf[kind].filter(({ name, required }) => required && !mapping.includes(name));
  const doubled = mapping.filter((name, at) => name !== null && mapping.indexOf(name) < at);
  return {
    missing: missing.map(({ name }) => name),
    doubled: [...new Set(doubled.filter((name) => name !== null))],
  };
}
