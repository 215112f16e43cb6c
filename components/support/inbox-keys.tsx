'use client';

import { useEffect } from 'react';

/** J and K move through the rows of the inbox; R and N open the row at its answer or note. Enter is the link's own. */
export function InboxKeys({ hint }: { hint: string }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const rows = [...document.querySelectorAll<HTMLAnchorElement>('table a.cover')];
      const focused = document.activeElement;
      const at = focused instanceof HTMLAnchorElement ? rows.indexOf(focused) : -1;
      if (event.key === 'j' || event.key === 'k') {
        const next = rows[event.key === 'j' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)];
        next?.focus();
        event.preventDefault();
      }
      const row = rows[at];
      if (row && (event.key === 'r' || event.key === 'n')) {
        event.preventDefault();
        location.assign(`${row.href}#${event.key === 'r' ? 'answer' : 'note'}`);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return <p className="mt-6 hidden text-sm text-ink-faint pointer-fine:block print:hidden">{hint}</p>;
}

/** R goes to the answer of a ticket and N to its note; so does the end of the address. */
export function TicketKeys() {
  useEffect(() => {
    const go = (place: 'answer' | 'note') => {
      const box = document.getElementById(place);
      if (box instanceof HTMLDetailsElement) box.open = true;
      box?.querySelector('textarea')?.focus();
    };
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || (event.key !== 'r' && event.key !== 'n')) return;
      event.preventDefault();
      go(event.key === 'r' ? 'answer' : 'note');
    };
    if (location.hash === '#answer' || location.hash === '#note') go(location.hash === '#note' ? 'note' : 'answer');
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return null;
}

/** Whether a key belongs to a field or to a shortcut of the browser. */
function isTyping({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return true;
  return target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable], dialog') !== null;
}
