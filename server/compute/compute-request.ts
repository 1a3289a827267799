import type { Refusal } from '@/lib/refusal';

/** What a worker is asked to compute. */
export type ComputeRequest = { name: string; input: unknown };

/** What a worker answers: the result, the refusal, or the error; their classes do not cross. */
export type ComputeResponse =
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; refusal: Pick<Refusal, 'reason' | 'message' | 'faults' | 'retryAfter'> }
  | { kind: 'failed'; error: Pick<Error, 'name' | 'message' | 'stack'> & { code?: string } };

/** What a worker sends while it computes. */
export type ProgressMessage = { kind: 'progress'; done: number; total: number };
