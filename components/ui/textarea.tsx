import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { control } from '@/components/ui/control';

/** Several lines of text; grows with them where the browser can. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={clsx(control, 'min-h-24 py-2.5 leading-normal [field-sizing:content]', className)}
      {...rest}
    />
  );
}
