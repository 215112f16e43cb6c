import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { Topic } from '@/lib/support/topics/schemas';

/** The way to a ticket about a record. */
export function AskLink({ type, id, className }: Topic & { className?: string }) {
  const t = useTranslations('support');
  return (
    <TextLink href={paths.client.newTicket({ about_type: type, about_id: id })} className={className}>
      {t('ask')}
    </TextLink>
  );
}
