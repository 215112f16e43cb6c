import { useMessages } from 'next-intl';
import type { ReactNode } from 'react';
import { MergedMessages } from '@/components/layout/merged-messages';
import { type MessagePath, pickMessages } from '@/lib/i18n/pick-messages';

type Props = {
  /** What the browser components inside ask for, beyond the shared namespaces. A list of literals, which a test reads. */
  for: readonly MessagePath[];
  children: ReactNode;
};

/**
 * Sends messages along for the browser components inside, besides those of the providers around. It stands in the file that
 * renders them: tests/unit/i18n-browser.test.ts fails on a browser component whose messages are missing there.
 */
export function Messages({ for: paths, children }: Props) {
  return <MergedMessages messages={pickMessages(useMessages(), paths)}>{children}</MergedMessages>;
}
