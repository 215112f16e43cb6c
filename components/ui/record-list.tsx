import type { ReactNode } from 'react';
import type { Crumb } from '@/components/ui/breadcrumb';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { withQuery } from '@/lib/paths';

type Props = {
  title: string;
  lead?: ReactNode;
  /** Pages above this one, the nearest last. */
  trail: Crumb[];
  /** The form for a new record. */
  create: { href: string; label: string };
  /** The text where there are no records. */
  empty: { title: string; text: string };
  /** The address of the list, the cursor that it was asked for, and that of the next page. */
  list: { address: string; cursor: string | undefined; nextCursor: string | null; isEmpty: boolean };
  /** The records. */
  children: ReactNode;
};

/** A page that lists records of one kind without any filter: how to add one, the records, and the way to more. */
export function RecordList({ title, lead, trail, create, empty, list, children }: Props) {
  const { address, cursor, nextCursor, isEmpty } = list;
  const add = (
    <LinkButton href={create.href} look="primary">
      {create.label}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={title} lead={lead} trail={trail} actions={add} />
      {isEmpty ? (
        <EmptyState title={empty.title} action={add}>
          {empty.text}
        </EmptyState>
      ) : (
        children
      )}
      <Pagination
        firstHref={cursor ? address : null}
        nextHref={nextCursor ? withQuery(address, { cursor: nextCursor }) : null}
      />
    </>
  );
}
