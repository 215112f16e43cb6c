import { Lightbox } from '@/components/gallery/lightbox';
import { Mosaic } from '@/components/gallery/mosaic';
import { withPhoto } from '@/components/gallery/photo-address';
import { PhotoWords } from '@/components/gallery/photo-words';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { Section } from '@/components/ui/section';

/** Null for photos that need no heading of their own. */
export type PhotoGroup = { key: string; title: string | null; photos: ShownPhoto[] };

type Props = {
  groups: readonly PhotoGroup[];
  /** The address of this page with all but which photo is open. */
  address: string;
  /** Photos that the address names and the page does not show: a link sent from another page of the list. */
  besides?: readonly ShownPhoto[];
  compares?: boolean;
};

/** Photos in groups, each under its heading, and the lightbox that leafs through all of them. */
export function GalleryWall({ groups, address, besides = [], compares = false }: Props) {
  const photos = [...besides, ...groups.flatMap((group) => group.photos)];
  return (
    <PhotoWords looking>
      <Lightbox photos={photos} compares={compares}>
        {groups.map(({ key, title, photos: shown }, index) => {
          const hrefOf = (id: string) => withPhoto(address, { photo: id });
          const mosaic = <Mosaic key={key} photos={shown} hrefOf={hrefOf} eager={index === 0} />;
          if (title === null) return mosaic;
          return (
            <Section key={key} title={title} className="sm:mt-12">
              {mosaic}
            </Section>
          );
        })}
      </Lightbox>
    </PhotoWords>
  );
}
