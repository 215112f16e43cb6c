/** A business's logo, as high as a line of the brand and a few times as wide at most. Decorative: the name stands beside it. */
export function Logo({ address }: { address: string }) {
  return <img src={address} alt="" className="h-9 w-auto max-w-20 shrink-0 object-contain" />;
}
