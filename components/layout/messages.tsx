import { useMessages } from 'next-intl';
import type { ReactNode } from 'react';
import { MergedMessages } from '@/components/layout/merged-messages';
import { type MessagePath, pickMessages } from '@/lib/i18n/pick-messages';

type Props = {
  /**
   * Namespaces that the browser components inside use, besides the shared ones. Must be a list of literals, because a
   * test parses it.
   */
  for: readonly MessagePath[];
  children: ReactNode;
};

/**
 * Sends messages to the browser components inside, in addition to those of outer providers. Belongs in the file that
 * renders them: tests/unit/i18n-browser.test.ts fails on a browser component whose messages are missing there.
 */
export function Messages({ for: paths, children }: Props) {
  return <MergedMessages messages={pickMessages(useMessages(), paths)}>{children}</MergedMessages>;
}
