import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { sendFile } from '@/components/uploads/send-file';
import type { FormAction, FormState } from '@/lib/forms/form-state';
import { isMark, ownerField } from '@/lib/forms/marks';
import { typedValues } from '@/lib/forms/typed-values';

type Target = {
  /** The form's own action, which sends it where no file is chosen and until the browser's script runs. */
  action: FormAction;
  /** The address that takes the same form with files. */
  address: string;
  files: readonly File[];
  /** The page after success, from the answer; without it the page is drawn anew. */
  leadsTo?: (answer: unknown) => string | null;
  onSent: () => void;
};

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An action that sends a form with its chosen files, and the share sent, from 0 to 1; null while nothing is sent. */
export function useFilesAction({ action, address, files, leadsTo, onSent }: Target) {
  const t = useTranslations('common.form');
  const router = useRouter();
  const key = useRef(uuid());
  const [awake, setAwake] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => setAwake(true), []);

  const withFiles: FormAction = async (state, data): Promise<FormState<never>> => {
    if (files.length === 0) return (await action(state, data)) as FormState<never>;
    const typed = [...data].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && (name === ownerField || !isMark(name)) ? [[snake(name), value]] : [],
    );
    setShare(0);
    const sent = await sendFile({
      ...{ address, fileField: 'attachments', file: files, idempotencyKey: key.current, onProgress: setShare },
      fields: Object.fromEntries(typed),
      signal: new AbortController().signal,
    });
    setShare(null);
    // An answer that was lost may have been a yes.
    if (sent.ok || sent.status !== 0) key.current = uuid();
    if (!sent.ok)
      return { status: 'failed', message: sent.message ?? t('notSent'), fields: {}, values: typedValues(data) };
    onSent();
    const path = leadsTo?.(sent.answer);
    if (path) router.push(path);
    else router.refresh();
    return { status: 'done' };
  };
  return { send: awake ? withFiles : action, share };
}
