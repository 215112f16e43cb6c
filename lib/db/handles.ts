import type { Prisma } from '@/lib/db/generated/client';

/** A transaction in a role of the wall, writing included. */
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

/** A read-only transaction in a role of the wall. It has no writing methods; PostgreSQL refuses writes as well. */
export type ReadDb = ReadingModels & Pick<WriteDb, '$queryRaw'>;
