import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { RouteHandler } from '@/lib/doors/facts';
import { type DescribedRoute, describeApi } from '@/lib/openapi/document';

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** The OpenAPI document of all routes below app/api that a door made, as the text of its file. */
export async function openApiText(): Promise<string> {
  const routes: DescribedRoute[] = [];
  const files = (await readdir('app/api', { recursive: true })).filter((path) => path.endsWith('route.ts'));
  for (const file of files.sort()) {
    const exported: Record<string, RouteHandler> = await import(resolve('app/api', file));
    for (const method of methods) {
      const door = exported[method]?.door;
      if (door) routes.push({ address: join('/api', file, '..').replaceAll('\\', '/'), method, door });
    }
  }
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  return `${JSON.stringify(describeApi(routes, version), null, 1)}\n`;
}
