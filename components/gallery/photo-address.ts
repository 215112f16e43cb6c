/** The part of an address that names the open photo and the photo it is compared with. */
export type PhotoAddress = { photo: string | null; compare: string | null };

export function photoAddressOf(query: { get(name: string): string | null }): PhotoAddress {
  return { photo: query.get('photo'), compare: query.get('compare') };
}

/** Returns the address with another photo open, or none; all other parameters stay. */
export function withPhoto(address: string, change: Partial<PhotoAddress>): string {
  const [path = '', search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  for (const [name, id] of Object.entries(change)) {
    if (id) query.set(name, id);
    else query.delete(name);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}
