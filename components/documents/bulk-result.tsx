'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { keepFocus } from '@/components/forms/keep-focus';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** Outcome for a number of documents; `summary` is a sentence with the count. */
export type BulkResult = {
  summary: string;
  refused: { title: string; why: string }[];
  /** The step that takes this one back, with the documents as the form names them; null where there is none. */
  undo: { step: string; documents: string[] } | null;
};

type ResultProps = { result: BulkResult; onClose: () => void; onUndo: (undo: NonNullable<BulkResult['undo']>) => void };

/** Shows the summary and lists the refused documents with the reason, until closed; offers to take the step back. */
export function BulkResultAlert({ result: { summary, refused, undo }, onClose, onUndo }: ResultProps) {
  const t = useTranslations('documents.bulk');
  const toast = useTranslations('common.toast');
  return (
    <ClosableAlert tone={refused.length > 0 ? 'bad' : 'good'} title={summary} onClose={onClose}>
      {refused.length > 0 && (
        <>
          <p>{t('refused')}</p>
          <ul className="mt-1 max-h-48 space-y-1 overflow-y-auto text-[0.9375rem]">
            {refused.map(({ title, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two documents may have one title
              <li key={index}>
                <span className="font-medium">{title || t('gone')}</span>: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      {undo && (
        <Button size="small" onClick={() => onUndo(undo)}>
          {toast('undo')}
        </Button>
      )}
    </ClosableAlert>
  );
}

type AlertProps = { tone: 'good' | 'bad'; title?: string; onClose: () => void; children: ReactNode };

/** Shows the outcome of an action until closed. */
export function ClosableAlert({ onClose, ...rest }: AlertProps) {
  const t = useTranslations('common.action');
  const closeIt = ({ currentTarget }: MouseEvent) => {
    onClose();
    keepFocus(currentTarget);
  };
  const close = (
    <Button look="quiet" size="small" aria-label={t('close')} onClick={closeIt}>
      <Icon name="x" />
    </Button>
  );
  return <Alert live action={close} {...rest} />;
}
