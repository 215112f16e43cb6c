import { headers } from 'next/headers';

/** The floor of the framework: one element, rendered for each request. */
export default async function EmptyPage() {
  await headers();
  return <p>empty</p>;
}
