'use client';

import { type ComponentType, type MouseEvent, useEffect, useState } from 'react';
import type { SearchBoxProps } from '@/components/search/search-box';
import { Icon } from '@/components/ui/icon';

export type SearchToolProps = Omit<SearchBoxProps, 'close'> & { label: string };

/**
 * The way to the search from every page: a link to its page, which opens the box instead; so do / and Ctrl K. The box is loaded when
 * it is first wanted, so that no page pays for it.
 */
export function SearchTool({ label, ...box }: SearchToolProps) {
  const [Box, setBox] = useState<ComponentType<SearchBoxProps> | null>(null);
  // Counted, because the browser tells of a closed dialog later: the end of one opening must not end the next.
  const [opened, setOpened] = useState(0);
  const [closed, setClosed] = useState(0);
  const open = opened > closed;
  const { page } = box;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      setOpened((count) => count + 1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  useEffect(() => {
    if (!open || Box) return;
    // Without the script, as after an update of the portal, the page does the same.
    import('@/components/search/search-box').then(
      (loaded) => setBox(() => loaded.default),
      () => location.assign(page),
    );
  }, [open, Box, page]);

  const click = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setOpened((count) => count + 1);
  };
  return (
    <>
      <a href={page} data-opens="box" onClick={click} className="frame-search">
        <Icon name="search" />
        <span>{label}</span>
      </a>
      {open && Box && <Box key={opened} {...box} close={() => setClosed(opened)} />}
    </>
  );
}

/** Ctrl K or Command K anywhere; / where nobody types. Not while a dialog is open. */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing, target, defaultPrevented }: KeyboardEvent) {
  if (defaultPrevented || isComposing || document.querySelector('dialog[open], [role=dialog]')) return false;
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey && !shiftKey;
  const isTyping = target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]');
  // Some keyboards have / above 7, with Shift.
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping;
}
