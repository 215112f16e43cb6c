import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The id of the lead, and what describes the group, for a group that is one field. */
  leadId?: string;
  'aria-describedby'?: string | undefined;
  children: ReactNode;
};

/** Fields with a common title. */
export function FieldGroup({ title, lead, leadId, children, ...described }: Props) {
  return (
    <fieldset className="mt-14 min-w-0 space-y-6 first-of-type:mt-0" {...described}>
      <legend className="font-serif text-section">{title}</legend>
      {lead && (
        <p id={leadId} className="-mt-4 text-ink-soft">
          {lead}
        </p>
      )}
      {children}
    </fieldset>
  );
}
