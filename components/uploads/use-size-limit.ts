import { useTranslations } from 'next-intl';
import type { SizeLimit } from '@/components/uploads/use-uploads';

/** The limit of a file in bytes, with the message that the server gives for a larger one. */
export function useSizeLimit(bytes: number): SizeLimit {
  const t = useTranslations('errors.reason');
  return { bytes, message: (name) => t('fileTooLarge', { name, megabytes: Math.floor(bytes / 1024 / 1024) }) };
}
