import { useTranslations } from 'next-intl';
import { recordAddress } from '@/components/explain/record-address';
import { Alert } from '@/components/ui/alert';
import { Avatar } from '@/components/ui/avatar';
import { LinkButton } from '@/components/ui/link-button';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
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
      <Section title={t('next.title')} lead={people.length > 0 ? t('next.lead') : t('next.nobody', { client })}>
        {people.length > 0 && (
          <List label={t('next.title')}>
            {people.map(({ userId, name, mail }) => (
              <ListRow
                key={userId}
                start={<Avatar name={name} />}
                title={name}
                detail={t(`mail.${mail ?? 'untold'}`)}
              />
            ))}
          </List>
        )}
      </Section>
    </>
  );
}
