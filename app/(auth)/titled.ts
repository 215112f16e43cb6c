import type { Metadata } from 'next';
import type { Face } from '@/lib/tenants/face/schemas';

/**
 * The title of a page without a template of its area: one outside the areas, or beside the area's layout. It names the business
 * where one is known, and else the portal.
 */
export function titled(title: string, face: Pick<Face, 'name'> | null): Metadata {
  return { title: face ? { absolute: `${title} · ${face.name}` } : title };
}
