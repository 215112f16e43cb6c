import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { control } from '@/components/ui/control';

/** A multi-line input that grows with its text where the browser supports it. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={clsx(control, 'min-h-24 py-2.5 leading-normal [field-sizing:content]', className)}
      {...rest}
    />
  );
}
