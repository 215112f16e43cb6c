'use client';

import * as DropdownMenu from '@radix-ui/react-dropdown-menu';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';

const item =
  'flex min-h-10 w-full cursor-pointer select-none items-center gap-2.5 rounded-[0.4375rem] px-3 text-[0.9375rem] outline-none ' +
  'data-highlighted:bg-sunken data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:text-ink-faint';

/** A menu of further actions, by default behind a button with three dots. `label` is its accessible name. */
export function Menu({ label, trigger, children }: { label: string; trigger?: ReactNode; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      {trigger ? (
        <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      ) : (
        <DropdownMenu.Trigger
          aria-label={label}
          className="inline-flex size-11 items-center justify-center rounded-field text-ink-faint hover:bg-sunken hover:text-ink data-[state=open]:bg-sunken"
        >
          <Icon name="ellipsis" className="size-5" />
        </DropdownMenu.Trigger>
      )}
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          aria-label={label}
          className="z-50 min-w-48 rounded-card bg-raised p-1.5 shadow-floating"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild className={item}>
      <PlainLink href={href}>{children}</PlainLink>
    </DropdownMenu.Item>
  );
}

export function MenuButton({
  onSelect,
  danger,
  children,
}: {
  onSelect: () => void;
  danger?: boolean;
  children: ReactNode;
}) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={danger ? `${item} text-bad` : item}>
      {children}
    </DropdownMenu.Item>
  );
}
