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
  const ending = partsOf(name).ending.toLowerCase();
  const sniffed = await sniff(path, byteSize, ending);
  if (sniffed !== null && 'refused' in sniffed) throw invalid({ [field]: { key: sniffed.refused, params: { name } } });
  const { types, isRedrawn } = uploadKinds[kind];
  const accepted: readonly ContentType[] = types;
  if (sniffed === null || !accepted.includes(sniffed.type)) {
    const kinds = [...new Set(accepted.map(usualEnding))].join(', ').toUpperCase();
    throw invalid({ [field]: { key: 'fileType', params: { name, kinds } } });
  }
  const { type } = sniffed;
  if (ending === '') return { fileName: `${name}.${usualEnding(type)}`, contentType: type };
  const fits = isRedrawn ? accepted.flatMap(endingsOf) : endingsOf(type);
  if (!fits.includes(ending))
    throw invalid({ [field]: { key: 'fileEnding', params: { name, kind: usualEnding(type).toUpperCase() } } });
  return { fileName: name, contentType: type };
}

function usualEnding(type: ContentType): string {
  return endingsOf(type)[0] ?? '';
}
