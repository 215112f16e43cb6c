import type { ReactNode } from 'react';

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** Current on its own address only, not below it: for start pages. */
  exact?: boolean;
  /** How many things wait there. */
  count?: number;
};

/** Items under a common word; the first group usually has none. */
export type NavGroup = { label?: string; items: NavItem[] };
