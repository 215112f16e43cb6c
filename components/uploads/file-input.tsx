'use client';

import { clsx } from 'clsx';
import { type ComponentProps, useEffect, useState } from 'react';

/** A native file input, large enough as a drop target. Drops work without JavaScript, too. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  const [over, setOver] = useState(false);
  useDropsBeside();
  return (
    <input
      type="file"
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
      className={clsx(
        'block w-full cursor-pointer rounded-card px-5 py-7 text-ink-soft outline-2 -outline-offset-2 outline-dashed focus-visible:outline-solid',
        over ? 'bg-accent-soft outline-accent-text' : 'bg-sunken/70 outline-line-strong/60 hover:bg-sunken',
        'file:me-4 file:min-h-11 file:cursor-pointer file:rounded-field file:border-0 file:bg-raised file:px-5 file:font-medium file:text-ink file:shadow-raised',
        className,
      )}
      {...rest}
    />
  );
}

/** Ignores files dropped outside the input. The browser would open them in the tab, and typed values would be lost. */
function useDropsBeside() {
  useEffect(() => {
    const pass = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', pass);
    window.addEventListener('drop', pass);
    return () => {
      window.removeEventListener('dragover', pass);
      window.removeEventListener('drop', pass);
    };
  }, []);
}
