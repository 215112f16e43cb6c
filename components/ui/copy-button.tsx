'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, type ButtonLook } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type Props = {
  text: string;
  label?: string;
  /** The accessible name where several buttons have the same label; it begins with the label. */
  name?: string;
  look?: ButtonLook;
};

/** Copies a text that is shown next to it: a link, a token. */
export function CopyButton({ text, label, name, look = 'secondary' }: Props) {
  const t = useTranslations('common.action');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2500);
  };
  return (
    <Button size="small" look={look} onClick={copy} {...(name && !copied && { 'aria-label': name })}>
      {copied ? <Icon name="check" /> : <Icon name="copy" />}
      <span aria-live="polite">{copied ? t('copied') : (label ?? t('copy'))}</span>
    </Button>
  );
}
