'use client';

import { type SubmitEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { paths } from '@/lib/paths';

type Texts = Record<'label' | 'insert' | 'failed', string>;
type Props = { ticketId: string; replies: readonly { id: string; name: string }[]; into: string; texts: Texts };

/** Inserts a saved reply into the answer, in the words of the ticket. Without JavaScript the page is loaded with it. */
export function ReplyInsert({ ticketId, replies, into, texts }: Props) {
  const id = useId();
  const [failed, setFailed] = useState(false);
  if (replies.length === 0) return null;

  const insert = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reply = new FormData(event.currentTarget).get('reply');
    const field = document.querySelector<HTMLTextAreaElement>(`#${into} textarea`);
    if (typeof reply !== 'string' || reply === '' || !field) return;
    const text = await textOf(paths.files.filledReply(ticketId, reply));
    setFailed(text === null);
    if (text === null) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
  };

  return (
    <form
      method="get"
      action={paths.admin.ticket(ticketId)}
      onSubmit={insert}
      className="mb-3 flex flex-wrap items-center gap-2"
    >
      <label htmlFor={id} className="sr-only">
        {texts.label}
      </label>
      <Select
        id={id}
        name="reply"
        placeholder={texts.label}
        options={replies.map(({ id: value, name: label }) => ({ value, label }))}
        className="min-w-0 flex-1 basis-48 sm:max-w-72"
      />
      <Button type="submit">{texts.insert}</Button>
      {failed && (
        <p role="alert" className="w-full text-sm font-medium text-bad">
          {texts.failed}
        </p>
      )}
    </form>
  );
}

/** The text of a reply; null where it cannot be read. */
async function textOf(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    const { data }: { data?: { body?: unknown } } = await answer.json();
    return answer.ok && typeof data?.body === 'string' ? data.body : null;
  } catch {
    return null;
  }
}
