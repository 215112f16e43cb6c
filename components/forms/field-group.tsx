import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  children: ReactNode;
};

/** Fields with a common title. */
export function FieldGroup({ title, lead, children }: Props) {
  return (
    <fieldset className="mt-14 min-w-0 space-y-6 first-of-type:mt-0">
      <legend className="font-serif text-section">{title}</legend>
      {lead && <p className="-mt-4 text-ink-soft">{lead}</p>}
      {children}
    </fieldset>
  );
}
