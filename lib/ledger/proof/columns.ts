import type { Break } from '@/lib/ledger/proof/rule';
import type { Fault } from '@/lib/ledger/proof/schemas';
import { toDecimal } from '@/lib/money';

/** A break as it is stored and told; amounts become decimals in the account's currency. */
export function toFault({ entry, kind, ...rest }: Break, currency: string): Fault {
  const told = (value: bigint | number) => (typeof value === 'bigint' ? toDecimal(value, currency) : String(value));
  return {
    ...{ kind, entryId: entry?.id ?? null, entry: entry?.postingNumber ?? null },
    source: 'source' in rest ? rest.source : null,
    number: 'number' in rest ? rest.number : null,
    expected: 'expected' in rest ? told(rest.expected) : null,
    found: 'found' in rest ? told(rest.found) : null,
  };
}

/** The key of the message about a fault, below `ledger.fault`. */
export const faultKey = ({ kind, source }: Fault) =>
  kind === 'source' ? (`source.${source ?? 'invoice'}` as const) : kind;

/** The values of the message about a fault. */
export function faultValues({ entry, number, expected, found }: Fault) {
  return { entry: String(entry ?? ''), number: number ?? '', expected: expected ?? '', found: found ?? '' };
}
