import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import type { Explanation } from '@/lib/explain/schemas';

/** The people who see a record once it is shown, each with the mail about it. */
export function WillSee({ client, people }: { client: string; people: Explanation[] }) {
  const t = useTranslations('explain');
  return (
    <Section title={t('next.title')} lead={people.length > 0 ? t('next.lead') : t('next.nobody', { client })}>
      {people.length > 0 && (
        <List label={t('next.title')}>
          {people.map(({ userId, name, mail }) => (
            <ListRow key={userId} start={<Avatar name={name} />} title={name} detail={t(`mail.${mail ?? 'untold'}`)} />
          ))}
        </List>
      )}
    </Section>
  );
}
