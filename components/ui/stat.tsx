import type { ReactNode } from 'react';

type Props = { label: ReactNode; value: ReactNode; detail?: ReactNode };

/** One figure with its label. Must be inside a `<dl>`. */
export function Stat({ label, value, detail }: Props) {
  return (
    <div className="min-w-0">
      <dt className="eyebrow">{label}</dt>
      <dd className="mt-2">
        <span className="numerals block font-serif text-figure">{value}</span>
        {detail && <span className="mt-1 block text-sm text-ink-soft">{detail}</span>}
      </dd>
    </div>
  );
}
