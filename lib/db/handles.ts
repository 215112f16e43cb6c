import type { Prisma } from '@/lib/db/generated/client';

/** A read-write transaction in a role of the wall. */
export type WriteDb = Prisma.TransactionClient;

type ReadingMethod =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy';

type ReadingModels = {
  [Model in keyof WriteDb as WriteDb[Model] extends { findMany: unknown } ? Model : never]: Pick<
    WriteDb[Model],
    ReadingMethod & keyof WriteDb[Model]
  >;
};

/** A read-only transaction in a role of the wall: no writing methods, and PostgreSQL rejects writes. */
export type ReadDb = ReadingModels & Pick<WriteDb, '$queryRaw'>;
