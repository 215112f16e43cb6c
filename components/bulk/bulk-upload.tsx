'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { type Found, TooMany, together } from '@/components/bulk/bulk-item';
import { BulkPlan } from '@/components/bulk/bulk-plan';
import { BulkProgress } from '@/components/bulk/bulk-progress';
import { DropArea } from '@/components/bulk/drop-area';
import { withoutCommonRoot } from '@/components/bulk/entry-path';
import { type FolderRow, type Offer, type Planned, sortFolders } from '@/components/bulk/sort-folders';
import { type BulkForm, useBulkUploads } from '@/components/bulk/use-bulk-uploads';
import { Alert } from '@/components/ui/alert';
import type { Visibility } from '@/lib/gallery/rule';
import { paths } from '@/lib/paths';

type Props = {
  projectId: string;
  offer: Offer;
  addresses: { photo: string; document: string };
  ahead: ReactNode;
};

/** Brings folders and ZIPs into a project: choose, say what goes where, and watch. Files are unpacked here and sent one by one. */
export function BulkUpload({ projectId, offer, addresses, ahead }: Props) {
  const t = useTranslations('bulk');
  const [found, setFound] = useState<Found | null>(null);
  const [rows, setRows] = useState<FolderRow[]>([]);
  const [visibility, setVisibility] = useState<Visibility>('internal');
  const [trouble, setTrouble] = useState<'tooMany' | 'unreadable' | 'nothing' | null>(null);
  const [reading, setReading] = useState(false);
  const { uploads, busy, start, retry, clear } = useBulkUploads();
  useLeaveQuestion(busy);
  useRefreshAfter(busy, uploads.length);

  const take = async (reader: () => Promise<Found>) => {
    setReading(true);
    setTrouble(null);
    try {
      const all = together([await reader()]);
      const items = withoutCommonRoot(all.items);
      if (items.length === 0 && all.leftOut.length === 0) return setTrouble('nothing');
      setFound({ ...all, items });
      setRows(sortFolders(items, offer));
    } catch (error) {
      setTrouble(error instanceof TooMany ? 'tooMany' : 'unreadable');
    } finally {
      setReading(false);
    }
  };
  const begin = (planned: readonly Planned[]) =>
    start(planned.map(({ item, to }) => ({ item, form: formOf(to, { projectId, visibility, addresses }) })));
  const again = () => {
    clear();
    setFound(null);
  };

  if (uploads.length > 0) return <BulkProgress uploads={uploads} busy={busy} retry={retry} again={again} />;
  if (found)
    return (
      <BulkPlan
        {...{ found, rows, offer, visibility, ahead }}
        setDestination={(folder, to) =>
          setRows((all) => all.map((row) => (row.folder === folder ? { ...row, to } : row)))
        }
        setVisibility={setVisibility}
        begin={begin}
        back={again}
      />
    );
  return (
    <>
      {trouble && (
        <Alert tone="bad" live className="mb-6">
          {t(`trouble.${trouble}`)}
        </Alert>
      )}
      <DropArea reading={reading} take={take} />
    </>
  );
}

type Place = { projectId: string; visibility: Visibility; addresses: Props['addresses'] };

/** The form of the upload that stands for this destination: of a photo, or of a document. */
function formOf(to: string, { projectId, visibility, addresses }: Place): BulkForm {
  const [kind, id] = to.split(':');
  if (kind === 'documents')
    return {
      address: addresses.document,
      fileField: 'file',
      fields: { project_id: projectId, document_type_id: id ?? '' },
      known: (sha256) => paths.files.sentFile(projectId, 'document', sha256),
    };
  const phase: Record<string, string> = id ? { phase_id: id } : {};
  const fields = { project_id: projectId, visibility, ...phase };
  const known = (sha256: string) => paths.files.sentFile(projectId, 'photo', sha256);
  return { address: addresses.photo, fileField: 'photo', dateField: 'file_date', fields, known };
}

/** Asks before the page is left during an upload. */
function useLeaveQuestion(busy: boolean) {
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
}

/** Drops the pages that the router keeps once something was sent, so that the photos and documents are there. */
function useRefreshAfter(busy: boolean, count: number) {
  const router = useRouter();
  useEffect(() => {
    if (!busy && count > 0 && navigator.onLine) router.refresh();
  }, [busy, count, router]);
}
