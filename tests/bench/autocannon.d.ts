/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  export type Options = {
    url: string;
    /** Open at the same time, each with one request under way. */
    connections: number;
    /** Seconds. */
    duration?: number;
    /** Requests in all, instead of a duration. */
    amount?: number;
    headers?: Record<string, string>;
  };
  export type Result = { requests: { total: number }; duration: number; non2xx: number };
  export default function autocannon(options: Options): Promise<Result>;
}
