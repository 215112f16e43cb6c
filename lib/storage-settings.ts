import { z } from 'zod';

/** The variables that select the storage of files. */
export const storageVariables = z.object({
  ORIEL_STORAGE: z.enum(['disk', 's3', 'uploadthing'], 'is none of disk, s3, uploadthing').default('disk'),
  ORIEL_S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'is not a web address (expected https://s3.example.com)' })
    .optional(),
  ORIEL_S3_REGION: z.string().default('us-east-1'),
  ORIEL_S3_BUCKET: z.string().optional(),
  ORIEL_S3_FORCE_PATH_STYLE: z.enum(['0', '1'], 'is neither 0 nor 1').default('0'),
  ORIEL_S3_ACCESS_KEY_ID: z.string().optional(),
  ORIEL_S3_SECRET_ACCESS_KEY: z.string().optional(),
  UPLOADTHING_TOKEN: z.string().refine(isUploadThingToken, 'is not a token of UploadThing').optional(),
});

/** An S3-compatible bucket. Without keys the SDK finds credentials itself (AWS_ACCESS_KEY_ID, the machine's role, …). */
export type S3Settings = {
  endpoint: string | undefined;
  region: string;
  bucket: string;
  forcePathStyle: boolean;
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
};

/** The driver and its settings. Uploads always pass through the spool, a folder of this machine, until they are stored. */
export type StorageSettings = { spoolFolder: string } & (
  | { driver: 'disk'; folder: string }
  | ({ driver: 's3' } & S3Settings)
  | { driver: 'uploadthing'; token: string }
);

/** The settings that the variables describe. Calls `refuse` with a sentence about a missing variable. */
export function storageSettings(
  given: z.output<typeof storageVariables>,
  dataDir: string,
  refuse: (message: string) => never,
): StorageSettings {
  // Without node:path, which does not exist in the edge runtime, where the middleware reads these settings.
  const spoolFolder = `${dataDir}/spool`;
  if (given.ORIEL_STORAGE === 'disk') return { spoolFolder, driver: 'disk', folder: `${dataDir}/files` };
  if (given.ORIEL_STORAGE === 'uploadthing') {
    const token = given.UPLOADTHING_TOKEN ?? refuse('ORIEL_STORAGE=uploadthing needs UPLOADTHING_TOKEN');
    return { spoolFolder, driver: 'uploadthing', token };
  }
  const { ORIEL_S3_ACCESS_KEY_ID: accessKeyId, ORIEL_S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined))
    refuse('ORIEL_S3_ACCESS_KEY_ID and ORIEL_S3_SECRET_ACCESS_KEY are needed together');
  return {
    spoolFolder,
    driver: 's3',
    endpoint: given.ORIEL_S3_ENDPOINT,
    region: given.ORIEL_S3_REGION,
    bucket: given.ORIEL_S3_BUCKET ?? refuse('ORIEL_STORAGE=s3 needs ORIEL_S3_BUCKET'),
    forcePathStyle: given.ORIEL_S3_FORCE_PATH_STYLE === '1',
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}

/** Whether this is base64 of JSON with the key, the app and its regions; the SDK would refuse it only at the first upload. */
function isUploadThingToken(token: string): boolean {
  try {
    const shape = z.object({ apiKey: z.string(), appId: z.string(), regions: z.array(z.string()).min(1) });
    return shape.safeParse(JSON.parse(atob(token))).success;
  } catch {
    return false;
  }
}
