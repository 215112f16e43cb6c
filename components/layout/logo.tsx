/** A tenant's logo, as high as a line of the brand, with a limited width. Decorative: the name is next to it. */
export function Logo({ address }: { address: string }) {
  return <img src={address} alt="" className="h-9 w-auto max-w-20 shrink-0 object-contain" />;
}
