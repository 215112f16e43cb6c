import fc from 'fast-check';
import { printedDocument, type TypedLine } from '@/tests/support/printed/documents';

const decimal = (most: number, digits: number) =>
  fc
    .tuple(fc.nat(most), fc.nat(10 ** digits - 1))
    .map(([whole, rest]) => `${whole}.${String(rest).padStart(digits, '0')}`);
const line = fc.record(
  {
    quantity: fc.tuple(fc.constantFrom('', '', '', '-'), decimal(500, 3)).map((parts) => parts.join('')),
    price: fc.tuple(fc.constantFrom('', '', '', '-'), decimal(9_000, 4)).map((parts) => parts.join('')),
    tax: fc.constantFrom('0', '6', '8.875', '19', '23'),
    discountRate: fc.constantFrom('2.5', '10', '33.3333'),
  },
  { requiredKeys: ['quantity', 'price', 'tax'] },
) as fc.Arbitrary<TypedLine>;
/** Any document in one of these currencies: net or gross, with discounts, several rates, negative lines. */
export const anyDocument = (...currencies: string[]) =>
  fc
    .record({
      lines: fc.array(line, { minLength: 1, maxLength: 12 }),
      pricesIncludeTax: fc.boolean(),
      currency: fc.constantFrom(...currencies),
      discountRate: fc.constantFrom(null, null, 50_000, 33_333),
      exemptionReason: fc.constantFrom(null, 'Exempt under article 9'),
      kind: fc.constantFrom('invoice' as const, 'credit_note' as const),
    })
    .map((given) =>
      printedDocument({
        ...given,
        credits: given.kind === 'credit_note' ? { number: '2026-0001', issuedOn: '2026-11-02' } : null,
      }),
    );
