import { accentCss } from '@/lib/accent';

/**
 * Gives the page a business's colour. On `:root` and not on a wrapper, because dialogs and menus are drawn outside every
 * wrapper.
 */
export function Accent({ colour }: { colour: string }) {
  return <style>{accentCss(colour)}</style>;
}
