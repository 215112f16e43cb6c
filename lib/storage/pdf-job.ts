/** The work of a PDF process: the first page of one file, drawn so that its longer side has `longest` pixels. */
export type PdfJob = {
  path: string;
  longest: number;
  /** Processor time and memory of the process, beyond which it ends itself. */
  mostCpuMilliseconds: number;
  mostBytes: number;
};

/** `none`: the file is encrypted, broken or costs too much. `failed`: the portal could not do the work. */
export type PdfAnswer =
  | { kind: 'picture'; bytes: Uint8Array; width: number; height: number }
  | { kind: 'none'; error: string }
  | { kind: 'failed'; error: string };
