import { describe, expect, it } from 'vitest';
import { signIn } from '@/tests/support/identity/sign-in';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();

/** Bytes of an answer's HTML and payload, and its elements inside and outside `<main>`. */
async function sizeOf(address: string, account: string): Promise<{ bytes: number; shell: number }> {
  const { cookie } = await signIn(owner, account);
  const answer = await fetch(url + address, { headers: { cookie } });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const [html = ''] = text.split(/<script[^>]*>\(?self\.__next_f/);
  const outside = html.replace(/<main.*<\/main>/s, '');
  expect(outside.length).toBeLessThan(html.length);
  return { bytes: Buffer.byteLength(text), shell: outside.match(/<[a-z]/g)?.length ?? 0 };
}

// Ratchets, of which the search in every frame takes four elements and a kilobyte of words, what is new in tickets three: what an answer has is parsed, rendered and sent again for each request. docs/performance.md has the floors.
describe('an answer is small', () => {
  it.each([
    ['/client', 'jane@okafor.example', 72_500],
    ['/client/projects', 'jane@okafor.example', 32_000],
    ['/client/documents', 'jane@okafor.example', 49_200],
    ['/client/gallery', 'jane@okafor.example', 66_600],
    ['/client/settings', 'jane@okafor.example', 60_000],
  ])('%s', async (address, account, most) => {
    const { bytes, shell } = await sizeOf(address, account);
    expect.soft(bytes).toBeLessThanOrEqual(most);
    expect.soft(shell, 'elements of the shell').toBeLessThanOrEqual(100);
  });

  it('the team’s shell has few elements too', async () => {
    const { shell } = await sizeOf('/admin', 'admin@harborpine.example');
    expect(shell).toBeLessThanOrEqual(125);
  });
});
