'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type Props = Omit<ComponentProps<typeof Button>, 'type' | 'disabled'>;

/**
 * Submits its form and shows the pending state. While pending it is `aria-disabled`, not disabled, so that it keeps the
 * focus; further clicks are ignored.
 */
export function SubmitButton({ children, look = 'primary', onClick, ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      look={look}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {pending && <Icon name="loader-circle" className="animate-spin" />}
      {children}
    </Button>
  );
}
