import { Fragment } from 'react';
import { Lightbox } from '@/components/gallery/lightbox';
import { Mosaic } from '@/components/gallery/mosaic';
import { withPhoto } from '@/components/gallery/photo-address';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { Messages } from '@/components/layout/messages';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/forms/form-state';

/** The title is null for photos without a heading of their own. */
export type PhotoPart = { key: string; title: string | null; photos: ShownPhoto[] };
/** Photos under one heading, or under several subheadings. */
export type PhotoGroup = PhotoPart | { key: string; title: string; parts: PhotoPart[] };

const partsOf = (group: PhotoGroup): PhotoPart[] => ('parts' in group ? group.parts : [{ ...group, title: null }]);

type Props = {
  groups: readonly PhotoGroup[];
  /** The address of this page without the open photo. */
  address: string;
  /** Photos that the address names and the page does not list, as in a link from another page of the list. */
  besides?: readonly ShownPhoto[];
  compares?: boolean;
  /** Notes each photo that is opened. */
  opened?: FormAction;
};

/** Photos in groups with headings, and a lightbox that steps through all of them. */
export function GalleryWall({ groups, address, besides = [], compares = false, opened }: Props) {
  const photos = [...besides, ...groups.flatMap(partsOf).flatMap((part) => part.photos)];
  const hrefOf = (id: string) => withPhoto(address, { photo: id });
  return (
    <Messages for={['photos.box']}>
      <Lightbox photos={photos} compares={compares} {...(opened ? { opened } : {})}>
        {groups.map((group, index) => {
          const parts = partsOf(group).map((part, place) => (
            <div key={part.key} className={place > 0 ? 'mt-8' : undefined}>
              {part.title !== null && <h3 className="mb-3 text-lg">{part.title}</h3>}
              <Mosaic photos={part.photos} hrefOf={hrefOf} eager={index === 0 && place === 0} />
            </div>
          ));
          if (group.title === null) return <Fragment key={group.key}>{parts}</Fragment>;
          return (
            <Section
              key={group.key}
              title={group.title}
              className="max-sm:mt-9 max-sm:[&>div:first-child]:mb-2.5 sm:mt-12"
            >
              {parts}
            </Section>
          );
        })}
      </Lightbox>
    </Messages>
  );
}
