import type { ReadDb } from '@/lib/db/handles';
import { isSection } from '@/lib/guests/rule';
import type { GuestPass } from '@/lib/guests/schemas';

/** A pass with the person who handed it out. */
export type ClientGuestPass = GuestPass & { personName: string };

type Row = Omit<ClientGuestPass, 'sections' | 'state' | 'createdAt' | 'expiresAt' | 'revokedAt'> & {
  sections: string[];
  createdAt: Date;
  expiresAt: Date;
};

/** The passes of a client's people that are neither revoked nor expired, the newest first; `most` at most. In one statement. */
export async function listLivePasses(db: ReadDb, clientId: string, most: number): Promise<ClientGuestPass[]> {
  const rows = await db.$queryRaw<Row[]>`
    select g.id, g.label, g.sections, g.has_password as "hasPassword", g.created_at as "createdAt", g.expires_at as "expiresAt",
      u.name as "personName",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
        from guest_pass_projects x join projects p on p.id = x.project_id where x.pass_id = g.id) as projects
    from guest_passes g join users u on u.id = g.user_id
    where g.client_id = ${clientId}::uuid and g.revoked_at is null and g.expires_at > now()
    order by g.created_at desc, g.id limit ${most}`;
  return rows.map(({ sections, createdAt, expiresAt, ...row }) => ({
    ...row,
    sections: sections.filter(isSection),
    ...{ state: 'live', createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), revokedAt: null },
  }));
}
