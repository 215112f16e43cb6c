import { teamMember } from '@/lib/authz/guards';
import { findSentDocument } from '@/lib/documents/team-queries';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { requireProject } from '@/lib/gallery/queries';
import { findSentPhoto } from '@/lib/gallery/team-queries';
import { sentFileAnswer, sentFileFilter } from '@/lib/sent-file';

export const GET = defineReadRoute({
  summary: 'Whether a project has a file already, by its SHA-256: asked before an upload, it saves sending it.',
  guard: teamMember,
  input: sentFileFilter,
  output: recordOf(sentFileAnswer),
  run: async (db, { id: projectId, kind, sha256 }) => {
    await requireProject(db, { projectId });
    const sent = { projectId, sentSha256: Uint8Array.from(Buffer.from(sha256, 'hex')) };
    const twin = await (kind === 'photo' ? findSentPhoto(db, sent) : findSentDocument(db, sent));
    return { data: { recordId: twin?.id ?? null, name: twin?.name ?? null } };
  },
});
