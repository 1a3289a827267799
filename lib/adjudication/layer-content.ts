import type { SaidMark } from '@/lib/agreement/comparison/stored-reading';

/** A mark with the version of its annotation that says so. Positions are UTF-16 code units. */
export type ContentMark = SaidMark & { version: number };
