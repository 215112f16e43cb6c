/**
 * Something about the machine or its settings keeps Oriel from running.
 * The message is one line for the person who starts it: what is wrong, and what to do. Scripts print it and exit 1.
 */
export class SetupError extends Error {
  override name = 'SetupError';
}
