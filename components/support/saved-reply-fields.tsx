import { useTranslations } from 'next-intl';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { placeholders } from '@/lib/support/saved-replies/rule';
import type { SavedReply } from '@/lib/support/saved-replies/schemas';

/** The fields of a saved reply. */
export function SavedReplyFields({ reply }: { reply?: SavedReply }) {
  const t = useTranslations('support.replies');
  const names = placeholders.map((name) => `{${name}}`).join(', ');
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={reply?.name ?? ''}
      />
      <TextAreaField
        name="body"
        label={t('body')}
        hint={t('bodyHint', { placeholders: names })}
        required
        rows={8}
        maxLength={5000}
        defaultValue={reply?.body ?? ''}
      />
    </>
  );
}
