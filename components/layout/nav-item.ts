import type { IconName } from '@/components/ui/icon';

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  /** Current only on its own address, not on addresses below it: for start pages. */
  exact?: boolean;
  /** Number of pending items, shown after the label. */
  count?: number;
};

/** Items under a common label; the first group usually has none. */
export type NavGroup = { label?: string; items: NavItem[] };
