import { useTranslations } from 'next-intl';
import { recordAddress } from '@/components/explain/record-address';
import { WillSee } from '@/components/explain/will-see';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import type { RecordReason } from '@/lib/explain/rule';
import type { ExplainedRecord, Explanation } from '@/lib/explain/schemas';
import { paths } from '@/lib/paths';

type Props = { record: ExplainedRecord; hiddenBy: RecordReason; people: Explanation[] };

/** For a record that nobody of its client sees yet: the step that shows it, who sees it then, and who is mailed. */
export function OnceShown({ record, hiddenBy, people }: Props) {
  const t = useTranslations('explain');
  const { clientName: client, projectId } = record;
  const href = hiddenBy === 'hoursHidden' && projectId ? paths.admin.projects.edit(projectId) : recordAddress(record);
  return (
    <>
      <Alert
        tone="warn"
        title={t(`reason.${hiddenBy}`)}
        action={
          <LinkButton href={href} size="small">
            {t(`mend.${hiddenBy}`)}
          </LinkButton>
        }
      >
        {t(`remedy.${hiddenBy}`, { client })}
      </Alert>
      <WillSee client={client} people={people} />
    </>
  );
}
