import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { Topic } from '@/lib/support/topics/schemas';

/** The way to a ticket about one row of a list, as a small icon after its text. `name` says which for screen readers. */
export function AskMark({ type, id, name }: Topic & { name: string }) {
  const t = useTranslations('support');
  const label = `${t('ask')}: ${name}`;
  return (
    <PlainLink
      href={paths.client.newTicket({ about_type: type, about_id: id })}
      aria-label={label}
      title={t('ask')}
      className="ask-mark"
    >
      <Icon name="message-circle" />
    </PlainLink>
  );
}
