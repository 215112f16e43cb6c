import { join } from 'node:path';
import type { PortalPage } from '@/tests/support/browser/portal-pages';
import { beginRequest, renderAsync } from '@/tests/support/pages/request';
import { sourceFiles } from '@/tests/support/source/files';

const root = join(import.meta.dirname, '../../..');

type Props = { params: Promise<Record<string, string>>; searchParams: Promise<Record<string, string>> };
type PageModule = {
  default: (props: Props) => Promise<unknown>;
  generateMetadata?: (props: Props) => Promise<unknown>;
};

/**
 * Renders a page at its address, and its title, in this process; the test file mocks what `request.ts` stands for. Some pages only send
 * elsewhere, such as the first page of the portal, which counts as rendered.
 */
export async function renderPage({ pattern }: PortalPage, address: string, cookie: string | null): Promise<void> {
  const params = paramsOf(pattern, address);
  const { default: Page, generateMetadata } = (await import(join(root, fileOf(pattern)))) as PageModule;
  beginRequest(cookie === null ? {} : { cookie });
  // Next makes the promises of each anew.
  const props = (): Props => ({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
  await Promise.all([generateMetadata?.(props()), Page(props()).then(renderAsync)]).catch((error: Error) => {
    if (!/NEXT_REDIRECT/.test(error.message)) throw error;
  });
}

/** The file of a page; folders in brackets are not in its address. */
function fileOf(pattern: string): string {
  const folder = (path: string) =>
    path
      .replace(/^app/, '')
      .replace(/\/page\.tsx$/, '')
      .replaceAll(/\/\([^)]*\)/g, '') || '/';
  const found = sourceFiles().find(({ path }) => /^app\/(.*\/)?page\.tsx$/.test(path) && folder(path) === pattern);
  if (!found) throw new Error(`No file of ${pattern}`);
  return found.path;
}

function paramsOf(pattern: string, address: string): Record<string, string> {
  const parts = address.split('/');
  return Object.fromEntries(
    pattern.split('/').flatMap((part, at) => {
      const [, name] = /^\[(\w+)\]$/.exec(part) ?? [];
      return name ? [[name, parts[at] ?? '']] : [];
    }),
  );
}
