import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { control } from '@/components/ui/control';

/** One line of text, a number, a date: the browser's own control, which phones answer with the right keyboard. */
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
