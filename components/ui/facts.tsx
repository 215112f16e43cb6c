import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type Fact = { label: ReactNode; value: ReactNode };

/** A list of labels and values: address, dates, contact. Entries without a value are left out. */
export function Facts({ facts, columns = 1 }: { facts: Fact[]; columns?: 1 | 2 | 3 }) {
  const known = facts.filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '');
  return (
    <dl className={clsx('grid gap-x-8 gap-y-5', columns >= 2 && 'sm:grid-cols-2', columns === 3 && 'lg:grid-cols-3')}>
      {known.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one record have a fixed order
        <div key={index} className="min-w-0">
          <dt className="eyebrow">{fact.label}</dt>
          <dd className="mt-1">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
