'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

/** The browser's own file input, large enough to drop files on; it takes them without a script, too. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <input
      type="file"
      className={clsx(
        'block w-full cursor-pointer rounded-card bg-sunken/70 px-5 py-7 text-ink-soft outline-2 -outline-offset-2 outline-dashed outline-line-strong/60 hover:bg-sunken focus-visible:outline-solid',
        'file:me-4 file:min-h-11 file:cursor-pointer file:rounded-field file:border-0 file:bg-raised file:px-5 file:font-medium file:text-ink file:shadow-raised',
        className,
      )}
      {...rest}
    />
  );
}
