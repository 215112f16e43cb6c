import { AppError } from '@/lib/errors';

/** Returns the AppError that `work` rejects with; any other outcome fails the test. */
export function refusal(work: Promise<unknown>): Promise<AppError> {
  return work.then(
    () => Promise.reject(new Error('It was not refused')),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );
}
