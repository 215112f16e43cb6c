import type { IconName } from '@/components/ui/icon';

/** A number when the page was made, the address that answers it anew as `data.unread`, and what it counts. */
export type News = { count: number; address: string; label: string };

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  /** Current only on its own address, not on addresses below it: for start pages. */
  exact?: boolean;
  /** The number of items with something new, shown after the label and kept up to date. */
  news?: News;
};

/** Items under a common label; the first group usually has none. */
export type NavGroup = { label?: string; items: NavItem[] };
