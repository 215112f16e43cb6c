import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';

/** The sign beside an entry that leads to who sees it, for a record without a page of its own. */
export function ExplainMark({ href, name }: { href: string; name: string }) {
  const t = useTranslations('explain');
  return (
    <PlainLink href={href} aria-label={`${t('look')} ${name}`} title={t('look')} className="ask-mark">
      <Icon name="eye" />
    </PlainLink>
  );
}
