import type { ReactNode } from 'react';

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** Current only on its own address, not on addresses below it: for start pages. */
  exact?: boolean;
  /** Number of pending items, shown after the label. */
  count?: number;
};

/** Items under a common label; the first group usually has none. */
export type NavGroup = { label?: string; items: NavItem[] };
