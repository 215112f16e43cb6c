import { useTranslations } from 'next-intl';
import type { ErasurePart } from '@/lib/users/erasure/rule';

/** What happens to each kind of personal data, with the reason. */
export function FateList({ parts }: { parts: readonly ErasurePart[] }) {
  const t = useTranslations('erasure');
  return (
    <dl className="space-y-4">
      {parts.map((part) => (
        <div key={part} className="max-w-prose">
          <dt className="font-medium">{t(`part.${part}`)}</dt>
          <dd className="text-ink-soft">{t(`why.${part}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
