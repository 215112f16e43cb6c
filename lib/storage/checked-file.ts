import { invalid } from '@/lib/errors';
import { partsOf } from '@/lib/storage/file-name';
import { type ContentType, endingsOf, type UploadKind, uploadKinds } from '@/lib/storage/kinds';
import { sniff } from '@/lib/storage/sniff';

type Asked = { kind: UploadKind; name: string; field: string };

/**
 * The name and content type with which a file is served: the type of its bytes, if this kind of upload accepts it and the
 * ending of the name fits. A name without an ending gets one. Throws VALIDATION on the field.
 */
export async function checkedFile(
  { path, byteSize }: { path: string; byteSize: number },
  { kind, name, field }: Asked,
): Promise<{ fileName: string; contentType: ContentType }> {
  if (byteSize === 0) throw invalid({ [field]: { key: 'fileEmpty', params: { name } } });
  const sniffed = await sniff(path, byteSize);
  if (sniffed === 'unsafe') throw invalid({ [field]: { key: 'fileUnsafe', params: { name } } });
  const { ending } = partsOf(name);
  const contentType = sniffed === 'text/plain' && ending.toLowerCase() === 'csv' ? 'text/csv' : sniffed;
  const accepted: readonly ContentType[] = uploadKinds[kind].types;
  if (contentType === null || !accepted.includes(contentType)) {
    const kinds = [...new Set(accepted.map((type) => endingsOf(type)[0]?.toUpperCase()))].join(', ');
    throw invalid({ [field]: { key: 'fileType', params: { name, kinds } } });
  }
  if (ending === '') return { fileName: `${name}.${endingsOf(contentType)[0]}`, contentType };
  if (!endingsOf(contentType).includes(ending.toLowerCase()))
    throw invalid({
      [field]: { key: 'fileEnding', params: { name, kind: endingsOf(contentType)[0]?.toUpperCase() ?? '' } },
    });
  return { fileName: name, contentType };
}
