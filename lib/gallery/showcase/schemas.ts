import { z } from 'zod';
import { slug } from '@/lib/fields';
import { type Photo, photoVariant } from '@/lib/gallery/schemas';

export const showcaseAddress = z.strictObject({ tenant: slug });
export const showcasePhotoAddress = showcaseAddress.extend(photoVariant.shape);

export type ShowcasePhotoAddress = z.output<typeof showcasePhotoAddress>;

/** The tenant as its showcase presents it. */
export type Showcase = {
  name: string;
  accent: string;
  email: string | null;
  phone: string | null;
  website: string | null;
  hasLogo: boolean;
};

/** A photo of the public showcase, without client and dates. It names its project where the tenant allows that. */
export type ShowcasePhoto = Pick<Photo, 'id' | 'caption' | 'width' | 'height' | 'placeholder' | 'variants'> & {
  projectName: string | null;
};
