/** Shown until the photo has loaded: a blurred thumbnail of sixteen pixels, or a plain colour. Fills its frame. */
export function Placeholder({ value }: { value: string }) {
  if (value.startsWith('data:image/'))
    return <img src={value} alt="" aria-hidden="true" className="absolute inset-0 size-full object-cover" />;
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full">
      <rect width="100%" height="100%" fill={/^#[0-9a-f]{6}$/i.test(value) ? value : 'none'} />
    </svg>
  );
}
