import {
  holdsPassFor,
  isDocumentOnPass,
  isFileOnPass,
  isPhotoOnPass,
  isPictureOnPass,
  isVersionOnPass,
} from '@/tests/support/wall/guest-rules';
import { type ReadRule, type ReadRules, sees } from '@/tests/support/wall/read-rules';
import {
  any,
  isAbandoned,
  isMyDocument,
  isMyFile,
  isMyPhoto,
  isNoProof,
  isPictureToMe,
  isPublishedToMe,
  isShowcased,
  isShowcaseFile,
  ofMyTenant,
  ofPhoto,
} from '@/tests/support/wall/row-rules';
import type { TableName } from '@/tests/support/wall/world';
import { both } from '@/tests/support/wall/write-rules';

// Part of who-sees-what.ts: files, documents and photos.

const team = <T extends TableName>(rule: ReadRule<T>) => ({ staff: rule, admin: rule });

export const whoSeesFiles = {
  stored_files: {
    says: 'A file exactly where a row that refers to it is seen, and my own proofs of payment and files of tickets. The worker sees what an upload left more than an hour ago.',
    client: sees(isMyFile),
    visitor: sees(isShowcaseFile),
    guest: sees(isFileOnPass, { except: ['proofById', 'attachedById', 'searchText'] }),
    worker: sees(isAbandoned, { only: ['id', 'storageKey', 'status', 'createdAt'] }),
    // A proof of payment is money.
    staff: sees(both(ofMyTenant, isNoProof)),
    admin: sees(ofMyTenant),
    definer: sees<'stored_files'>(any, { except: ['proofById', 'attachedById'] }),
  },
  document_types: {
    says: "Clients see the names of the business's types.",
    client: sees(ofMyTenant, { only: ['id', 'tenantId', 'name'] }),
    guest: sees(both(ofMyTenant, holdsPassFor('documents')), { only: ['id', 'tenantId', 'name'] }),
    ...team(sees<'document_types'>(ofMyTenant)),
  },
  documents: {
    says: 'Published, of the projects I see; a newer draft behind it shows neither its state nor its date.',
    client: sees(isMyDocument, { except: ['status', 'statusKey', 'updatedAt'] }),
    guest: sees(isDocumentOnPass, { except: ['status', 'statusKey', 'updatedAt'] }),
    ...team(sees<'documents'>(ofMyTenant)),
    definer: sees(any, {
      only: [
        ...(['tenantId', 'id', 'searchText', 'projectId', 'clientId', 'title', 'status'] as const),
        ...(['publishedVersionId', 'publishedAt', 'createdAt'] as const),
      ],
    }),
  },
  document_versions: {
    says: 'Of the documents I see, the published version only.',
    client: sees(isPublishedToMe, { except: ['uploadedById', 'uploadedByName', 'sentSha256'] }),
    guest: sees(isVersionOnPass, { except: ['uploadedById', 'uploadedByName', 'sentSha256'] }),
    ...team(sees<'document_versions'>(ofMyTenant)),
    definer: sees(any, { only: ['id', 'tenantId', 'documentId', 'fileId'] }),
  },
  document_pictures: {
    says: 'The first page of a version, exactly where the version is seen.',
    client: sees(isPictureToMe),
    guest: sees(isPictureOnPass),
    ...team(sees<'document_pictures'>(ofMyTenant)),
  },
  document_transitions: {
    says: "The business's own history; not for clients.",
    ...team(sees<'document_transitions'>(ofMyTenant)),
  },
  document_downloads: {
    says: 'Who downloaded what; not for clients.',
    ...team(sees<'document_downloads'>(ofMyTenant)),
  },
  photos: {
    says: 'Visibility client, of the projects I see; visitors see the public ones of an open showcase.',
    client: sees(isMyPhoto, { except: ['uploadedById', 'updatedAt', 'visibilityKey', 'sentSha256'] }),
    guest: sees(isPhotoOnPass, { except: ['uploadedById', 'updatedAt', 'visibilityKey', 'sentSha256'] }),
    ...team(sees<'photos'>(ofMyTenant)),
    visitor: sees(isShowcased, {
      only: ['id', 'tenantId', 'projectId', 'visibility', 'caption', 'takenAt', 'width', 'height', 'placeholder'],
    }),
    definer: sees(any, {
      only: [
        ...(['tenantId', 'id', 'projectId', 'clientId', 'visibility', 'sharedAt'] as const),
        ...(['caption', 'takenAt', 'createdAt'] as const),
      ],
    }),
  },
  photo_variants: {
    says: 'With their photo.',
    client: sees(ofPhoto(isMyPhoto)),
    guest: sees(ofPhoto(isPhotoOnPass)),
    ...team(sees<'photo_variants'>(ofMyTenant)),
    visitor: sees(ofPhoto(isShowcased), { except: ['clientId'] }),
  },
} satisfies Partial<ReadRules>;
