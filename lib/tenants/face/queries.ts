import type { ReadDb } from '@/lib/db/handles';
import { slug } from '@/lib/fields';
import { paths } from '@/lib/paths';
import type { Face } from '@/lib/tenants/face/schemas';

type Row = { name: string; accent: string; logo_file_id: string | null };

/** The face of an active business by its slug, for visitors; null for an unknown or suspended one, and for a text that is no slug. */
export async function findFace(db: ReadDb, named: string): Promise<Face | null> {
  const { data } = slug.safeParse(named);
  if (data === undefined) return null;
  const [row] = await db.$queryRaw<Row[]>`select name, accent, logo_file_id from business_face(${data})`;
  if (!row) return null;
  const { name, accent, logo_file_id: logo } = row;
  return { slug: data, name, accent, logo: logo && paths.files.signInLogo(data, logo) };
}
