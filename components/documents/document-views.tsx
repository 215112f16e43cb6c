import { useTranslations } from 'next-intl';
import { BulkBar } from '@/components/documents/bulk-bar';
import type { BulkResult } from '@/components/documents/bulk-result';
import { DocumentBoard } from '@/components/documents/document-board';
import { DocumentTable } from '@/components/documents/document-table';
import { WaitingDocuments } from '@/components/documents/waiting-documents';
import { Messages } from '@/components/layout/messages';
import type { BoardColumn, TeamDocument } from '@/lib/documents/schemas';
import { documentStepNames } from '@/lib/documents/transitions/rule';
import type { Day } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';

type HrefOf = (status: BoardColumn['status']) => string;

/** A board with one column per status, or a table, above it those that wait for a step. */
type Shown =
  | { columns: readonly BoardColumn[]; hrefOf: HrefOf }
  | { documents: readonly TeamDocument[]; namesProject?: boolean; waiting?: never }
  | { documents: readonly TeamDocument[]; waiting: readonly BoardColumn[]; hrefOf: HrefOf };

type Props = {
  shown: Shown;
  userType: 'admin' | 'staff';
  today: Day;
  timeZone: string;
  action: FormAction<BulkResult>;
};

const form = 'move-documents';

/** Documents with checkboxes, and the bar that acts on the selected ones. */
export function DocumentViews({ shown, userType, action, ...when }: Props) {
  const t = useTranslations('documents');
  // Only admins may publish and withdraw, so other users do not get these steps.
  const steps = documentStepNames.filter((step) => userType === 'admin' || !/^(publish|withdraw)$/.test(step));
  return (
    <div className="group/board">
      {'columns' in shown ? (
        <DocumentBoard form={form} {...shown} {...when} />
      ) : shown.waiting ? (
        <WaitingDocuments form={form} {...shown} {...when} />
      ) : (
        <DocumentTable form={form} {...shown} {...when} />
      )}
      <Messages for={['documents.bulk']}>
        <BulkBar id={form} action={action} steps={steps.map((step) => ({ value: step, label: t(`step.${step}`) }))} />
      </Messages>
    </div>
  );
}
