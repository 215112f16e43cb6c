import { accentCss } from '@/lib/accent';

/** Applies a tenant's accent colour. On `:root`, because dialogs and menus are rendered in portals outside any wrapper. */
export function Accent({ colour }: { colour: string }) {
  return <style>{accentCss(colour)}</style>;
}
