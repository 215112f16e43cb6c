'use client';

import { type ComponentProps, useEffect, useRef, useState } from 'react';
import type { AheadType } from '@/lib/explain/rule';
import { paths } from '@/lib/paths';

type Props = Omit<ComponentProps<'a'>, 'href'> & { ahead: AheadType; field: string };

/** The link of `WhoWillSee` about the project that a field of the form chooses; there is none until one is chosen. */
export function AheadLink({ ahead, field, ...link }: Props) {
  const [chosen, setChosen] = useState('');
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const form = line.current?.closest('form');
    if (!form) return;
    const read = () => setChosen(String(new FormData(form).get(field) ?? ''));
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [field]);
  return (
    <p ref={line} hidden={chosen === ''}>
      <a href={paths.admin.explain('project', chosen, { ahead })} {...link} />
    </p>
  );
}
