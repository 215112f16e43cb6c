import type { Prisma } from '@/lib/db/generated/client';

/** A transaction in somebody's role that may write what the wall lets that role write. */
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

/** A read-only transaction in somebody's role. It has no writing methods, and PostgreSQL would refuse them. */
export type ReadDb = ReadingModels & Pick<WriteDb, '$queryRaw'>;
