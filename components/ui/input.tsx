import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { control } from '@/components/ui/control';

/** A native input for text, numbers and dates, so that phones show the matching keyboard. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      className={clsx(
        control,
        'h-11 read-only:bg-sunken',
        rest.type === 'date' && 'numerals appearance-none',
        className,
      )}
      {...rest}
    />
  );
}
