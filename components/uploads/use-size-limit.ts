import { useTranslations } from 'next-intl';
import type { SizeLimit } from '@/components/uploads/use-uploads';

/** The size limit of a file in bytes, with the server's message for a larger file. */
export function useSizeLimit(bytes: number): SizeLimit {
  const t = useTranslations('errors.reason');
  return { bytes, message: (name) => t('fileTooLarge', { name, megabytes: Math.floor(bytes / 1024 / 1024) }) };
}
