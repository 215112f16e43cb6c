/**
 * A fault of the machine or its settings that keeps Oriel from running. The message is one line for the operator: the fault
 * and its remedy. Scripts print it and exit 1.
 */
export class SetupError extends Error {
  override name = 'SetupError';
}
